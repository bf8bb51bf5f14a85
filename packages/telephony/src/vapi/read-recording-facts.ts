import type { RecordingFacts } from '@ringfence/domain/calls';
import { cleanText } from '../clean-text.ts';
import { valueAt } from './json-value.ts';

/** Where the sound's address stands, best first: two channels before one, signed for a while before not. */
const STEREO = [['presignedStereoUrl'], ['recording', 'stereoUrl'], ['stereoRecordingUrl']];
const MONO = [['presignedMonoUrl'], ['recording', 'mono', 'combinedUrl'], ['recordingUrl']];

/** How long Vapi keeps a recording on the plan that keeps it shortest. Source: Vapi, pricing, "call data retention". */
const KEPT_MS = 14 * 86_400_000;

/**
 * A report's recording, under `artifact`, in older messages at the top too. It goes by the call's id: a call has one, whatever the
 * addresses of a second delivery.
 * Source: Vapi's OpenAPI document, Artifact and Recording.
 */
export function readRecordingFacts(message: unknown, callReference: string, endedAt: Date | null): RecordingFacts | null {
  const holders = [valueAt(message, 'artifact'), message, valueAt(message, 'call', 'artifact'), valueAt(message, 'call')];
  const stereoUrl = firstAddress(holders, STEREO);
  const url = stereoUrl ?? firstAddress(holders, MONO);
  if (url === null) return null;
  const deletesAt = endedAt && new Date(endedAt.getTime() + KEPT_MS);
  return { reference: callReference, url, durationMs: null, channels: stereoUrl === null ? 1 : 2, accountId: null, deletesAt };
}

function firstAddress(holders: readonly unknown[], paths: readonly (readonly string[])[]): string | null {
  const values = paths.flatMap((path) => holders.map((holder) => cleanText(valueAt(holder, ...path), 4096)));
  return values.find((value) => value !== null && /^https?:\/\//i.test(value)) ?? null;
}
