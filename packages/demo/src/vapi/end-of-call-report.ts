import type { DemoCall } from '../calls/demo-call.ts';
import type { DemoMessage } from '../calls/demo-message.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { callDocument } from './call-document.ts';
import { jsonMessage } from './json-message.ts';
import { recordingAddress } from './recording-address.ts';

const REPORTED_AFTER_MS = 9_000;
const DOLLARS_A_MINUTE = 0.104;
const ROLES = { caller: 'user', agent: 'bot' } as const;

/** Vapi's report after a call: why it ended, what was said when, where the sound is, what it cost. */
export function endOfCallReport(organization: DemoOrganization, call: DemoCall): DemoMessage {
  const answeredAt = new Date(call.startedAt.getTime() + call.ringMs);
  const endedAt = new Date(answeredAt.getTime() + call.talkMs);
  const isTaken = call.talkMs > 0;
  return jsonMessage(new Date(endedAt.getTime() + REPORTED_AFTER_MS), {
    type: 'end-of-call-report',
    endedReason: call.endedReason,
    ...(isTaken ? { startedAt: answeredAt, durationSeconds: call.talkMs / 1000 } : {}),
    endedAt,
    cost: Number(((call.talkMs / 60_000) * DOLLARS_A_MINUTE).toFixed(4)),
    ...(call.talk?.summary ? { analysis: { summary: call.talk.summary, successEvaluation: 'true' } } : {}),
    artifact: {
      messages: messagesOf(call, answeredAt),
      transcript: call.talk?.segments.map(({ speaker, text }) => `${speaker === 'agent' ? 'AI' : 'User'}: ${text}\n`).join('') ?? '',
      ...(call.recording === 'none' ? {} : { recording: { stereoUrl: recordingAddress(call.key) } }),
    },
    ...callDocument(organization, call, 'ended'),
  });
}

function messagesOf({ talk }: DemoCall, answeredAt: Date) {
  return (
    talk?.segments.map(({ speaker, startMs, endMs, text }) => ({
      role: ROLES[speaker],
      message: text,
      time: answeredAt.getTime() + startMs,
      endTime: answeredAt.getTime() + endMs,
      secondsFromStart: startMs / 1000,
      duration: (endMs - startMs) / 1000,
    })) ?? []
  );
}
