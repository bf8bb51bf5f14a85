import { TriangleAlert } from 'lucide-react';

/** Why a form could not be sent, and what to do; read out when it comes. */
export function FormFailure({ children }: { readonly children: string | null }) {
  return (
    <div role="alert">
      {children ? (
        <p className="flex gap-1.5 pb-4 text-destructive">
          <TriangleAlert className="mt-0.5 size-4 shrink-0 stroke-[2.25]" aria-hidden="true" />
          {children}
        </p>
      ) : null}
    </div>
  );
}
