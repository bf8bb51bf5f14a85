import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { recordingCallback } from '../twilio/recording-callback.ts';
import { statusCallbacks } from '../twilio/status-callbacks.ts';
import { vapiMessages } from '../vapi/vapi-messages.ts';
import type { DemoCall } from './demo-call.ts';
import type { DemoMessage } from './demo-message.ts';

/** Everything the organisation's providers tell of a call, as they would post it, in the order in which it would come. */
export function messagesOf(organization: DemoOrganization, call: DemoCall): DemoMessage[] {
  const providers = new Set(organization.connections.map((connection) => connection.provider));
  const isAssistants = call.takenBy === 'assistant' || !providers.has('twilio');
  return [
    ...(providers.has('twilio') ? statusCallbacks(organization.slug, call) : []),
    ...(isAssistants ? vapiMessages(organization, call) : []),
    ...(!isAssistants && call.recording !== 'none' ? [recordingCallback(organization.slug, call)] : []),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
