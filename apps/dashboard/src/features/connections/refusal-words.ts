import type { RefusalReason } from '@ringfence/domain/connections';

interface RefusalWords {
  readonly name: string;
  readonly remedy: string;
}

const REFUSALS: Record<RefusalReason, RefusalWords> = {
  unsigned: { name: 'No signature', remedy: 'Not from the provider, or a proxy on the way drops its signature header.' },
  'wrong-signature': {
    name: 'Wrong signature',
    remedy: 'The secret has changed at the provider, or it calls another address than the one it signs: check https, port and slash.',
  },
  'too-large': { name: 'Too large', remedy: 'A message may have 1 MiB. Larger ones don’t come from a provider’s call.' },
  unreadable: {
    name: 'Not readable',
    remedy: 'Not in the form that the provider sends. Check that the address is set at the right place there.',
  },
  'parked-full': { name: 'No room to park', remedy: 'Too many messages wait that we don’t understand. An update of Ringfence reads them.' },
  disabled: { name: 'Connection is off', remedy: 'The provider still sends here. Remove the address there, or turn the connection on.' },
};

/** What a refusal is called and what to do about it; a reason that isn't known is shown by its own name. */
export function refusalWords(reason: string): RefusalWords {
  return Object.entries(REFUSALS).find(([known]) => known === reason)?.[1] ?? { name: reason, remedy: '' };
}
