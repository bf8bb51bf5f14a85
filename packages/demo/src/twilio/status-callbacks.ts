import type { DemoCall } from '../calls/demo-call.ts';
import type { DemoMessage } from '../calls/demo-message.ts';
import { accountSid } from './account-sid.ts';
import { callSid } from './call-sid.ts';
import { type StatusCallback, statusCallback } from './status-callback.ts';

const FINAL = {
  answered: 'completed',
  voicemail: 'completed',
  missed: 'no-answer',
  busy: 'busy',
  failed: 'failed',
  canceled: 'canceled',
} as const;
const WITHHELD = '+266696687';

/** All that Twilio tells of a call: its own leg, then that of the desk where it rang, or to which it was put through once answered. */
export function statusCallbacks(slug: string, call: DemoCall): DemoMessage[] {
  const own = call.direction === 'inbound' ? inboundLeg(slug, call) : outboundLeg(slug, call);
  return [...own, ...deskLeg(slug, call)];
}

function inboundLeg(slug: string, call: DemoCall): DemoMessage[] {
  const leg = { ...common(slug, call), direction: 'inbound', from: heard(call.party), to: call.line.number } as const;
  const { startedAt, pickedUpAt, overAt, isTaken } = timesOf(call);
  const begun = [
    { ...leg, status: 'ringing', sequence: 0, at: startedAt },
    { ...leg, status: 'in-progress', sequence: 1, at: pickedUpAt },
  ];
  const end = { ...leg, ...ending(call), status: FINAL[call.outcome], sequence: isTaken ? 2 : 1, at: overAt };
  return [...(isTaken ? begun : begun.slice(0, 1)), end].map(statusCallback);
}

function outboundLeg(slug: string, call: DemoCall): DemoMessage[] {
  const leg = { ...common(slug, call), direction: 'outbound-api', from: call.line.number, to: call.party } as const;
  const { startedAt, pickedUpAt, overAt, isTaken } = timesOf(call);
  const answeredBy = call.outcome === 'voicemail' ? 'machine_end_beep' : call.outcome === 'answered' ? 'human' : null;
  const begun = [
    { ...leg, status: 'ringing', sequence: 0, at: startedAt },
    { ...leg, status: 'in-progress', sequence: 1, at: pickedUpAt, answeredBy },
  ];
  const end = { ...leg, ...ending(call), answeredBy, status: FINAL[call.outcome], sequence: isTaken ? 2 : 1, at: overAt };
  return [...(isTaken ? begun : begun.slice(0, 1)), end].map(statusCallback);
}

/** Of a desk only the answer and the end are told, as its `<Client>` asked for. A machine is put through to nobody. */
function deskLeg(slug: string, call: DemoCall): DemoMessage[] {
  const { pickedUpAt, overAt, isTaken } = timesOf(call);
  const desk = call.colleague ?? call.line.colleagues[0];
  const isRung = call.outcome === 'answered' ? call.takenBy === 'person' : call.outcome === 'missed' && call.direction === 'inbound';
  if (!isRung || !desk) return [];
  const leg = {
    ...common(slug, call),
    callSid: callSid(call.key, desk),
    parentCallSid: callSid(call.key),
    direction: 'outbound-dial',
    from: call.direction === 'inbound' ? heard(call.party) : call.line.number,
    to: `client:${desk.replaceAll(' ', '_')}`,
  } as const;
  const answer: StatusCallback = { ...leg, status: 'in-progress', sequence: 0, at: pickedUpAt };
  const end: StatusCallback = { ...leg, ...ending(call), status: FINAL[call.outcome], sequence: isTaken ? 1 : 0, at: overAt };
  return [...(isTaken ? [answer] : []), end].map(statusCallback);
}

function common(slug: string, call: DemoCall) {
  return {
    accountSid: accountSid(slug),
    callSid: callSid(call.key),
    parentCallSid: null,
    talkSeconds: null,
    sipCode: null,
    answeredBy: null,
  };
}

function timesOf({ startedAt, ringMs, talkMs }: DemoCall) {
  const pickedUpAt = new Date(startedAt.getTime() + ringMs);
  return { startedAt, pickedUpAt, overAt: new Date(pickedUpAt.getTime() + talkMs), isTaken: talkMs > 0 };
}

function ending({ outcome, talkMs, endedReason }: DemoCall): Pick<StatusCallback, 'talkSeconds' | 'sipCode'> {
  const isTalked = outcome === 'answered' || outcome === 'voicemail';
  return { talkSeconds: Math.round(talkMs / 1000), sipCode: isTalked ? null : (endedReason?.replace('sip-', '') ?? null) };
}

function heard(party: string): string {
  return party === 'anonymous' ? WITHHELD : party;
}
