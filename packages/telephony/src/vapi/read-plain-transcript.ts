import type { TranscriptSegment } from '@ringfence/domain/transcripts';
import { cleanText } from '../clean-text.ts';

/**
 * Turns of a transcript that is only text (`AI: …` and `User: …` lines), for reports whose messages carry no times. Each stands one
 * millisecond behind the other: that keeps their order and claims nothing else.
 */
export function readPlainTranscript(transcript: unknown): TranscriptSegment[] {
  const text = cleanText(transcript, 1_000_000);
  if (text === null) return [];
  const turns = text.split(/^(?=(?:AI|Assistant|Bot|User|Customer): )/m);
  return turns.flatMap((turn, index): TranscriptSegment[] => {
    const [, name, words] = /^(AI|Assistant|Bot|User|Customer): (.*)$/s.exec(turn) ?? [];
    const spoken = cleanText(words);
    if (name === undefined || spoken === null) return [];
    const speaker = name === 'User' || name === 'Customer' ? 'caller' : 'agent';
    return [{ speaker, text: spoken, startMs: index, endMs: index }];
  });
}
