import type { DemoCall } from '../calls/demo-call.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { deriveUuid } from '../random/derive-uuid.ts';
import { callSid } from '../twilio/call-sid.ts';
import { vapiCallId } from './vapi-call-id.ts';

/** What stands in every message of Vapi about a call. Over a Twilio line Vapi names Twilio's call, and begins when that hands over. */
export function callDocument(organization: DemoOrganization, call: DemoCall, status: string) {
  const isOverTwilio = organization.connections.some((connection) => connection.provider === 'twilio');
  const createdAt = isOverTwilio ? new Date(call.startedAt.getTime() + call.ringMs) : call.startedAt;
  const customer = call.party.startsWith('sip:') ? { sipUri: call.party } : { number: call.party };
  const own = { id: deriveUuid(`${organization.slug}/${call.line.number}`), orgId: deriveUuid(`${organization.slug}/vapi`) };
  const assistant = { id: deriveUuid(`${organization.slug}/assistant`), name: organization.assistant.name };
  return {
    call: {
      id: vapiCallId(call.key),
      orgId: own.orgId,
      createdAt,
      updatedAt: createdAt,
      status,
      type: call.direction === 'inbound' ? 'inboundPhoneCall' : 'outboundPhoneCall',
      phoneCallProvider: isOverTwilio ? 'twilio' : 'vapi',
      phoneCallTransport: call.party.startsWith('sip:') ? 'sip' : 'pstn',
      ...(isOverTwilio ? { phoneCallProviderId: callSid(call.key) } : {}),
      phoneNumberId: own.id,
      assistantId: assistant.id,
      customer,
    },
    phoneNumber: { ...own, number: call.line.number, name: call.line.name, provider: isOverTwilio ? 'twilio' : 'vapi' },
    customer,
    assistant,
  };
}
