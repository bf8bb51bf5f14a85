import { cn } from './cn.ts';

/** The ring with its three gates. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 20 20" fill="none" aria-hidden="true" className={cn('size-5 shrink-0 text-primary', className)}>
      <circle
        cx="10"
        cy="10"
        r="7.75"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeDasharray="13.73 2.5"
        strokeDashoffset="-1.25"
        transform="rotate(-90 10 10)"
      />
      <circle cx="10" cy="10" r="2.75" fill="currentColor" />
    </svg>
  );
}
