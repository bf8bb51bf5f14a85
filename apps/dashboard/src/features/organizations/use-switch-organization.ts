import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';

/** Makes another organisation the active one of this sign-in; `onSwitched` then fetches the token that says so. */
export function useSwitchOrganization(onSwitched: () => void | Promise<void>) {
  const api = useApi();
  return useMutation(api.session.switch.mutationOptions({ onSuccess: onSwitched }));
}
