/** What isn't there: a muted dash, and a word for those who listen. */
export function Missing({ label = 'none' }: { readonly label?: string }) {
  return (
    <span className="text-muted-foreground">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
