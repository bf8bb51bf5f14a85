import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedData, WITHOUT_SHARED_DATA } from '../shared-data.fixture.ts';
import { statusOfEndedReason } from './status-of-ended-reason.ts';

test.each([
  ['customer-ended-call', 'completed', 'completed'],
  ['assistant-forwarded-call', 'completed', 'completed'],
  ['silence-timed-out', 'completed', 'completed'],
  ['call.forwarding.operator-busy', 'completed', 'completed'],
  ['assistant-request-returned-forwarding-phone-number', 'completed', 'completed'],
  ['customer-busy', 'busy', 'busy'],
  ['customer-did-not-answer', 'missed', 'missed'],
  ['call.ringing.sip-inbound-caller-hungup-before-call-connect', 'missed', 'missed'],
  ['call.in-progress.error-providerfault-outbound-sip-480-temporarily-unavailable', 'missed', 'missed'],
  ['voicemail', 'voicemail', 'voicemail'],
  ['twilio-failed-to-connect-call', 'failed', 'failed'],
  ['call.start.error-subscription-frozen', 'failed', 'failed'],
  ['pipeline-error-openai-llm-failed', 'failed', 'completed'],
  ['call.in-progress.error-vapifault-worker-died', 'failed', 'completed'],
  ['manually-canceled', 'canceled', 'completed'],
  ['pipeline-error-nobody-knows-yet', 'failed', 'completed'],
  ['something-new', 'completed', 'completed'],
  [null, 'completed', 'completed'],
])('%s is %s, or %s once answered', (reason, unanswered, answered) => {
  expect(statusOfEndedReason(reason, { answered: false })).toBe(unanswered);
  expect(statusOfEndedReason(reason, { answered: true })).toBe(answered);
});

test("all of Vapi's documented reasons have an outcome, and none that speaks of an error is a completed call by itself", ({ skip }) => {
  const path = sharedData('webhooks/vapi/enums-and-shapes.json');
  if (!path) return skip(WITHOUT_SHARED_DATA);
  const { endedReason } = JSON.parse(readFileSync(path, 'utf8')) as { endedReason: string[] };
  const outcomes = Map.groupBy(endedReason, (reason) => statusOfEndedReason(reason, { answered: false }));
  expect(endedReason).toHaveLength(627);
  expect(Object.fromEntries([...outcomes].map(([status, reasons]) => [status, reasons.length]))).toEqual({
    failed: 596,
    completed: 22,
    missed: 4,
    canceled: 3,
    busy: 1,
    voicemail: 1,
  });
  expect(outcomes.get('completed')?.filter((reason) => reason.includes('error'))).toEqual([]);
});
