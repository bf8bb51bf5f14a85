import { deriveUuid } from '../random/derive-uuid.ts';

/** Vapi's name of a call. */
export function vapiCallId(key: string): string {
  return deriveUuid(`${key}/vapi`);
}
