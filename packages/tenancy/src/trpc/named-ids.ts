const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** What may be an encoded cursor. */
const ENCODED = /^[\w-]{40,}={0,2}$/;
const LONGEST_TEXT = 1_000;
const MOST_PLACES = 2_000;
const MOST_IDS = 50;

/**
 * Every uuid that an input names, in small letters, wherever it stands: alone, within a text, within an encoded cursor. Asks nothing of
 * the input's schema, so that a new procedure is covered unasked; bounded, as inputs needn't be.
 */
export function namedIds(input: unknown): string[] {
  const ids = new Set<string>();
  const places: unknown[] = [input];
  for (let looked = 0; looked < MOST_PLACES && places.length > 0 && ids.size < MOST_IDS; looked += 1) {
    const place = places.pop();
    if (typeof place === 'string') for (const id of idsIn(place)) ids.add(id);
    else if (typeof place === 'object' && place !== null) places.push(...partsOf(place));
  }
  return [...ids].slice(0, MOST_IDS);
}

/** Values, and what they stand under: an id may be either. */
function partsOf(place: object): unknown[] {
  return Array.isArray(place) ? place.slice(0, MOST_PLACES) : Object.entries(place).slice(0, MOST_PLACES).flat();
}

function idsIn(text: string): string[] {
  const read = text.slice(0, LONGEST_TEXT);
  const plain = read.match(UUID) ?? (ENCODED.test(read) ? Buffer.from(read, 'base64url').toString('latin1').match(UUID) : null);
  return (plain ?? []).map((id) => id.toLowerCase());
}
