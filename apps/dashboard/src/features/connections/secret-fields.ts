import type { Provider } from '@ringfence/domain/connections';

interface SecretField {
  readonly name: 'secret' | 'fetchKey';
  readonly label: string;
  readonly tip: string;
}

interface SecretFields {
  readonly about: string;
  /** None: the secret is made here. */
  readonly fields: readonly SecretField[];
}

/** What a provider calls its secrets, and what a new one does. */
export const SECRET_FIELDS: Readonly<Record<Provider, SecretFields>> = {
  twilio: {
    about: 'It proves that a message is genuine, and fetches recordings. Messages signed with the old one are refused from now on.',
    fields: [{ name: 'secret', label: 'Auth token', tip: 'From the Twilio console, of the account that calls back.' }],
  },
  vapi: {
    about: 'One proves that a message is genuine, the other fetches recordings. What you leave empty stays as it is.',
    fields: [
      { name: 'fetchKey', label: 'Private API key', tip: 'From the Vapi dashboard. It fetches recordings and the list of calls.' },
      { name: 'secret', label: 'Server secret', tip: 'As it is set for the server address there.' },
    ],
  },
  ringfence: {
    about: 'A new secret is made and shown once. Messages signed with the old one are refused from now on: have the sender at hand.',
    fields: [],
  },
};
