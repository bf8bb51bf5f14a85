/** A flag on jobs that took workers down before: no worker runs two of them. */
const SUSPECT = 'suspect';

/** The flags of a job that its slots are counted by: whose it is, and whether it is a suspect. */
export function countedFlags(flags: object | null): string[] {
  return Object.keys(flags ?? {}).filter((flag) => flag === SUSPECT || flag.startsWith('org:'));
}

/** Who holds a worker's slots. Each look for a job is begun, and ended with the flags of what it found; a job leaves with the same. */
export interface FairSlots {
  /** The flags that the look must pass over. Waits while the looks under way could together take more than a share. */
  beginLook(): Promise<string[]>;
  endLook(found: readonly string[]): void;
  leave(flags: readonly string[]): void;
}

/**
 * No organisation holds more than half of a worker's slots, so that another's next job finds one free however many jobs the first has,
 * and however long they run. What looks under way might find counts as found. `onRoom` is called when a flag that was passed over has
 * room again, for slots that found nothing else.
 */
export function fairSlots(slots: number, onRoom: () => void): FairSlots {
  const share = Math.max(1, Math.floor(slots / 2));
  const held = new Map<string, number>([[SUSPECT, 0]]);
  const passedOver = new Set<string>();
  const waiting: (() => void)[] = [];
  let looks = 0;
  const hasRoom = (flag: string) => (held.get(flag) ?? 0) + looks < (flag === SUSPECT ? 1 : share);

  return {
    async beginLook() {
      while (looks >= share) await new Promise<void>((resolve) => waiting.push(resolve));
      const full = [...held.keys()].filter((flag) => !hasRoom(flag));
      looks += 1;
      for (const flag of full) passedOver.add(flag);
      return full;
    },
    endLook(found) {
      looks -= 1;
      for (const flag of found) held.set(flag, (held.get(flag) ?? 0) + 1);
      waiting.shift()?.();
      const roomy = [...passedOver].filter(hasRoom);
      for (const flag of roomy) passedOver.delete(flag);
      if (roomy.length > 0) onRoom();
    },
    leave(flags) {
      for (const flag of flags) {
        const left = (held.get(flag) ?? 1) - 1;
        if (left > 0 || flag === SUSPECT) held.set(flag, Math.max(left, 0));
        else held.delete(flag);
      }
    },
  };
}
