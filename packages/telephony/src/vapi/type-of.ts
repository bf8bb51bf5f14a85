import { cleanText } from '../clean-text.ts';
import { valueAt } from './json-value.ts';

/** A message's type, without the filter that Vapi may write behind it (`transcript[transcriptType="final"]`). */
export function typeOf(content: unknown): string | null {
  return cleanText(valueAt(content, 'message', 'type'), 80)?.replace(/\[.*$/s, '') || null;
}
