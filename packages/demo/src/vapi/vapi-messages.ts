import type { DemoCall } from '../calls/demo-call.ts';
import type { DemoMessage } from '../calls/demo-message.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { callDocument } from './call-document.ts';
import { endOfCallReport } from './end-of-call-report.ts';
import { jsonMessage } from './json-message.ts';

/** All that Vapi tells of a call, in order. */
export function vapiMessages(organization: DemoOrganization, call: DemoCall): DemoMessage[] {
  const answeredAt = new Date(call.startedAt.getTime() + call.ringMs);
  const report = endOfCallReport(organization, call);
  if (call.talkMs === 0) return [update(organization, call, 'ringing', call.startedAt), report];
  const answered = update(organization, call, 'in-progress', answeredAt);
  if (call.endedReason !== 'assistant-forwarded-call') return [answered, report];
  return [answered, update(organization, call, 'forwarding', new Date(answeredAt.getTime() + call.talkMs)), report];
}

function update(organization: DemoOrganization, call: DemoCall, status: string, at: Date): DemoMessage {
  return jsonMessage(at, { type: 'status-update', status, ...callDocument(organization, call, status) });
}
