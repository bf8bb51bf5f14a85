import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The calls page opens with the cursor in its search. */
    focusSearch?: boolean;
  }
}

/** Goes to the calls with the cursor in the search. */
export function useSearchCalls(): () => void {
  const navigate = useNavigate();
  return useCallback(() => void navigate({ to: '/calls', state: { focusSearch: true } }), [navigate]);
}
