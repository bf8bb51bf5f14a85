import type { Understood } from '@ringfence/domain/calls';
import { understand } from '@ringfence/telephony';
import { readForm, recordingReader, statusReader } from '@ringfence/telephony/twilio';
import { vapiReader } from '@ringfence/telephony/vapi';
import type { DemoMessage } from '../calls/demo-message.ts';

/** Reads a message exactly as the webhook route of its address would, once the signature is found right. */
export function understandMessage({ route, body }: DemoMessage): Understood {
  if (route === 'message') return understand(vapiReader, { raw: body, content: JSON.parse(body.toString('utf8')) as unknown });
  return understand(route === 'status' ? statusReader : recordingReader, { raw: body, content: readForm(body) });
}
