import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { CallItem } from './call-item.ts';
import { splitHeld } from './split-held.ts';

/** Near enough to the top that a new row above disturbs nobody. */
const TOP_PX = 8;

interface HeldCalls {
  readonly shown: readonly CallItem[];
  readonly heldCount: number;
  /** Shows what was held back, from the top. */
  readonly show: () => void;
}

/** At the top new calls come in at once; further down they wait, so that nothing that is being read moves. */
export function useHeldCalls(calls: readonly CallItem[], scroller: RefObject<HTMLElement | null>): HeldCalls {
  const [seenTop, setSeenTop] = useState<CallItem | null>(null);
  const newest = useRef<CallItem | null>(null);
  useEffect(() => {
    newest.current = calls[0] ?? null;
  }, [calls]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => setSeenTop((before) => (element.scrollTop < TOP_PX ? null : (before ?? newest.current)));
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scroller]);
  const { held, shown } = useMemo(() => splitHeld(calls, seenTop), [calls, seenTop]);
  function show() {
    setSeenTop(null);
    scroller.current?.scrollTo({ top: 0 });
  }
  return { shown, heldCount: held.length, show };
}
