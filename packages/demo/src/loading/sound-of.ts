import type { DemoCall } from '../calls/demo-call.ts';
import { voiceOf } from '../calls/voice-of.ts';
import { murmur } from '../dialogue/murmur.ts';
import { createRandom } from '../random/create-random.ts';
import { recordConversation } from '../sound/record-conversation.ts';

/** The sound of a call as a WAV file: of its transcript where there is one, else of two people who talk as long. */
export function soundOf(call: DemoCall): Buffer {
  if (call.talk) return recordConversation(call.talk.segments, call.talkMs, call.talk.voices, call.key);
  const voices = { caller: voiceOf(call.party), agent: voiceOf(call.colleague ?? call.line.name) };
  return recordConversation(murmur(call.talkMs, voices, createRandom(`${call.key}/murmur`)), call.talkMs, voices, call.key);
}
