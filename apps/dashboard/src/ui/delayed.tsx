import { type ReactNode, useEffect, useState } from 'react';

/** What comes sooner than this needs no skeleton. */
const PATIENCE_MS = 120;

/** Shows its children only when the wait has been long enough to notice, and says once that something loads. */
export function Delayed({ children }: { readonly children: ReactNode }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <div role="status" className="contents">
      <span className="sr-only">Loading</span>
      <div aria-hidden="true" className="contents">
        {children}
      </div>
    </div>
  );
}
