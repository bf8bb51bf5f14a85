import { InvalidInput } from '@ringfence/domain';
import type { Understood } from '@ringfence/domain/calls';
import type { Provider } from '@ringfence/domain/connections';
import type { MessageReader } from './message-reader.ts';
import { listedCallReader as listedTwilioCall } from './twilio/listed-call-reader.ts';
import { listedRecordingReader } from './twilio/listed-recording-reader.ts';
import { readForm } from './twilio/read-form.ts';
import { recordingReader } from './twilio/recording-reader.ts';
import { statusReader } from './twilio/status-reader.ts';
import { understand } from './understand.ts';
import { listedCallReader as listedVapiCall } from './vapi/listed-call-reader.ts';
import { vapiReader } from './vapi/vapi-reader.ts';

/** A message as it was kept. */
export interface KeptMessage {
  readonly provider: Provider;
  /** Whether the provider sent it, or its list had it. */
  readonly source: 'callback' | 'list';
  /** By which name it was kept. */
  readonly kind: string;
  readonly body: Buffer;
}

/** Reads a kept message as it would be read if it came today. Never throws: what isn't understood is parked. */
export function rereadMessage({ provider, source, kind, body }: KeptMessage): Understood {
  const isRecording = kind.startsWith('recording:');
  if (provider === 'twilio' && source === 'callback') {
    return understand(isRecording ? recordingReader : statusReader, { raw: body, content: readForm(body) });
  }
  if (provider === 'twilio') return readJson(isRecording ? listedRecordingReader : listedTwilioCall, body);
  if (provider === 'vapi') return readJson(source === 'list' ? listedVapiCall : vapiReader, body);
  return readJson(WITHOUT_READER, body);
}

const WITHOUT_READER: MessageReader<unknown> = {
  kindOf: () => 'unknown',
  read: () => {
    throw new InvalidInput('message', 'is of a provider whose messages nobody reads yet');
  },
};

function readJson(reader: MessageReader<unknown>, body: Buffer): Understood {
  return understand(reader, { raw: body, content: parse(body) });
}

/** Undefined for what isn't JSON: no reader takes it. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
