const MAX_LENGTH = 160;

/** The beginning of an article as plain words: the first paragraph without its marks. */
export function firstSentence(body: string): string {
  const paragraph =
    body
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .find((part) => part !== '' && !part.startsWith('#')) ?? '';
  return paragraph
    .replaceAll(/[*_`>]|^\s*(?:[-+]|\d+\.)\s+/gm, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, MAX_LENGTH);
}
