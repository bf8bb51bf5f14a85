/** What stands for each `{slot}` in one call. */
export type Slots = Readonly<Record<string, string>>;

/** Puts the slots into a text. @throws RangeError naming a slot that nothing stands for. */
export function fillSlots(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new RangeError(`nothing stands for {${name}}`);
    return value;
  });
}
