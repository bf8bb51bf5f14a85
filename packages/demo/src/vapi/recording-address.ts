import { vapiCallId } from './vapi-call-id.ts';

/** Where Vapi would have a call's sound, both channels. */
export function recordingAddress(key: string): string {
  return `https://storage.vapi.ai/${vapiCallId(key)}-stereo.wav`;
}
