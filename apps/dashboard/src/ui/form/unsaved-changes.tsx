import { useBlocker } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { Question } from '../question.tsx';

interface UnsavedChangesValue {
  readonly hasSome: boolean;
  readonly tell: (hasSome: boolean) => void;
  readonly beforeLeaving: (leave: () => void) => void;
}

const UnsavedChangesContext = createContext<UnsavedChangesValue>({ hasSome: false, tell: () => {}, beforeLeaving: (leave) => leave() });

/** Asks before a form below loses what was typed: by a link, by another organisation, by closing the tab. */
export function UnsavedChanges({ children }: { readonly children: ReactNode }) {
  const [hasSome, tell] = useState(false);
  const [leaving, setLeaving] = useState<{ readonly leave: () => void } | null>(null);
  const blocker = useBlocker({ shouldBlockFn: () => hasSome, enableBeforeUnload: () => hasSome, withResolver: true });
  const beforeLeaving = useCallback((leave: () => void) => (hasSome ? setLeaving({ leave }) : leave()), [hasSome]);
  const value = useMemo(() => ({ hasSome, tell, beforeLeaving }), [hasSome, beforeLeaving]);
  const isAsked = leaving !== null || blocker.status === 'blocked';
  function stay() {
    setLeaving(null);
    if (blocker.status === 'blocked') blocker.reset();
  }
  function leave(): Promise<void> {
    tell(false);
    leaving?.leave();
    if (blocker.status === 'blocked') blocker.proceed();
    return Promise.resolve();
  }
  return (
    <UnsavedChangesContext value={value}>
      {children}
      <Question
        title="Leave without saving?"
        action="Leave without saving"
        acting="Leaving…"
        isOpen={isAsked}
        onClose={stay}
        onConfirm={leave}
        advise={String}
      >
        What you changed on this page is not saved yet.
      </Question>
    </UnsavedChangesContext>
  );
}

/** For a form: tells while it holds something unsaved. */
export function useUnsavedChanges(hasSome: boolean): void {
  const { tell } = use(UnsavedChangesContext);
  useEffect(() => {
    tell(hasSome);
    return () => tell(false);
  }, [hasSome, tell]);
}

/** For what leads away without a link: does it at once, or after one has agreed to lose what is unsaved. */
export function useBeforeLeaving(): (leave: () => void) => void {
  return use(UnsavedChangesContext).beforeLeaving;
}
