import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/api.ts';
import type { Completeness } from './completeness.ts';
import { useCompleteness } from './use-completeness.ts';

/** A look that takes longer waits for a worker, and is seen when it comes. */
const PATIENCE_MS = 60_000;

/** How complete a connection is, and a way to ask its provider now. `isLooking` until the answer is there, well or not. */
export function useLook(connectionId: string) {
  const api = useApi();
  const [askedAfter, setAskedAfter] = useState<string | null>(null);
  const completeness = useCompleteness(connectionId, askedAfter !== null);
  const latest = completeness.data ? latestLook(completeness.data) : null;
  const ask = useMutation(
    api.connections.catchUp.mutationOptions({
      onMutate: () => setAskedAfter(latest),
      onError: () => setAskedAfter(null),
    }),
  );
  const isLooking = ask.isPending || (askedAfter !== null && askedAfter === latest);
  useEffect(() => {
    if (askedAfter === null) return;
    const timer = setTimeout(() => setAskedAfter(null), isLooking ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [askedAfter, isLooking]);
  return { completeness, isLooking, ask };
}

/** Differs from look to look, also from one that failed. */
function latestLook({ lastLookAt, lastFailure }: Completeness): string {
  return `${lastLookAt} ${lastFailure?.at}`;
}
