import type { LegFacts } from './leg-facts.ts';

/** A call's legs in a fixed order: the one that no other dialled first, then the provider that carried the sound, then by start. */
export function leadingFirst<Leg extends LegFacts>(legs: readonly Leg[]): Leg[] {
  return legs.toSorted(
    (a, b) =>
      Number(a.parentReference !== null) - Number(b.parentReference !== null) ||
      Number(a.relatedReference !== null) - Number(b.relatedReference !== null) ||
      (a.startedAt?.getTime() ?? Infinity) - (b.startedAt?.getTime() ?? Infinity) ||
      (a.reference < b.reference ? -1 : 1),
  );
}
