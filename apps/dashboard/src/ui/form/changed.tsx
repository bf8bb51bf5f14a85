/** Beside a label: what stands in the field isn't saved yet. */
export function Changed({ isChanged }: { readonly isChanged: boolean }) {
  return isChanged ? <span className="text-caption text-primary">changed</span> : null;
}
