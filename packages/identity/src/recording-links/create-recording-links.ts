import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Actor, type Caller, deriveKey } from '@ringfence/tenancy';
import { z } from 'zod';

/** The contract's limit: no link lasts longer. */
const LONGEST_LIFE_MS = 300_000;

export interface RecordingLink extends Caller {
  readonly recordingId: string;
}

export interface RecordingLinks {
  /** A token for one recording and one caller, good for 300 s. */
  sign(link: RecordingLink): { token: string; expiresAt: Date };
  /** Who a token lets in to this recording, or null whatever is wrong with it. Whether they still belong is to be asked at the entry. */
  verify(recordingId: string, token: string): Caller | null;
}

const Token = z.tuple([
  z.uuid(),
  z.string().transform(readActor),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  z.string().length(43),
]);

/** Tokens `org.kind_id.expirySeconds.hmac`, for people and API keys; what the previous key signed is still good during a rotation. */
export function createRecordingLinks(secretKey: Buffer, previousSecretKey?: Buffer): RecordingLinks {
  const key = deriveKey(secretKey, 'links');
  const keys = previousSecretKey ? [key, deriveKey(previousSecretKey, 'links')] : [key];
  return {
    sign({ recordingId, orgId, actor }) {
      const expirySeconds = Math.floor((Date.now() + LONGEST_LIFE_MS) / 1000);
      const signed = `${orgId}.${actor.kind}_${actor.id}.${expirySeconds}`;
      return { token: `${signed}.${signatureOf(key, recordingId, signed)}`, expiresAt: new Date(expirySeconds * 1000) };
    },
    verify(recordingId, token) {
      const parts = Token.safeParse(token.split('.'));
      if (!parts.success || token.length > 200) return null;
      const [orgId, actor, expirySeconds, signature] = parts.data;
      const signed = token.slice(0, token.lastIndexOf('.'));
      const isGenuine = keys.map((candidate) => isSame(signatureOf(candidate, recordingId, signed), signature)).includes(true);
      const lifeMs = expirySeconds * 1000 - Date.now();
      return isGenuine && lifeMs > 0 && lifeMs <= LONGEST_LIFE_MS ? { orgId, actor } : null;
    },
  };
}

function readActor(text: string, context: z.RefinementCtx): Actor {
  const [, kind, id] = /^(user|api-key)_([0-9a-f-]{36})$/.exec(text) ?? [];
  if ((kind === 'user' || kind === 'api-key') && id !== undefined) return { kind, id };
  context.addIssue({ code: 'custom', message: 'must be an actor' });
  return z.NEVER;
}

function signatureOf(key: Buffer, recordingId: string, signed: string): string {
  return createHmac('sha256', key).update(`recording.${recordingId.toLowerCase()}.${signed}`).digest('base64url');
}

/** Both have one length: the token's was checked. */
function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
