import { currentInstallation } from '../installation/current-installation.ts';
import type { Installation } from '../installation/installation.ts';
import { resolveOrgId } from '../organizations/create-test-org.ts';
import { postTwilio } from '../telephony/post-twilio.ts';
import { type CallbackFacts, newSid, statusCallback } from '../telephony/twilio-callback.ts';

export interface NewCall extends Omit<CallbackFacts, 'callSid' | 'sequence'> {
  readonly orgId: string;
}

export interface TestCall {
  readonly orgId: string;
  readonly phone: string;
  /** The provider's id of it. */
  readonly callSid: string;
}

type Line = Awaited<ReturnType<Installation['addConnection']>>;
const lines = new Map<string, Promise<Line>>();

/** A call, as Twilio tells of it: a signed status callback to the running API. Completed and inbound unless said otherwise. */
export async function createCall({ orgId, ...facts }: NewCall): Promise<TestCall> {
  const installation = await currentInstallation();
  const org = await resolveOrgId(orgId);
  const line = lines.get(org) ?? installation.addConnection(org);
  lines.set(org, line);
  const { secret, webhookUrl } = await line;
  const { origin, pathname } = new URL(webhookUrl);
  const callSid = newSid('CA');
  const response = await postTwilio({
    url: installation.url,
    publicUrl: origin,
    path: `${pathname}/status`,
    secret,
    form: statusCallback({ ...facts, callSid }),
  });
  if (!response.ok) throw new Error(`the callback of a call was answered with ${response.status}: ${await response.text()}`);
  return { orgId: org, phone: facts.phone, callSid };
}
