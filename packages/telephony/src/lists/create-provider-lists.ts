import { type ListedItem, ListFailed, type ListWindow, type ProviderAccount } from '@ringfence/domain/connections';
import { guardedAgent } from '../fetch/guarded-agent.ts';
import { readExtraHosts } from '../fetch/read-extra-hosts.ts';
import { listTwilio, TWILIO_API } from '../twilio/list-twilio.ts';
import { readField } from '../twilio/read-field.ts';
import { readForm } from '../twilio/read-form.ts';
import { listVapi, VAPI_API } from '../vapi/list-vapi.ts';
import { askList } from './ask-list.ts';

export interface ProviderListsOptions {
  /** Stands in for every provider's API: RINGFENCE_PROVIDER_URL, on loopback alone. */
  readonly baseUrl?: string | undefined;
  readonly timeoutMs?: number;
}

/**
 * Asks providers for their own lists of calls and recordings: each at its one API, whose address is looked at again at every connection.
 * Calls come before their recordings.
 */
export function createProviderLists({ baseUrl, timeoutMs = 30_000 }: ProviderListsOptions = {}) {
  const extraHosts = baseUrl === undefined ? [] : readExtraHosts(new URL(baseUrl).host);
  const dispatcher = guardedAgent({ extraHosts, connectTimeoutMs: 10_000 });

  /** Pages of what an account has of a time. @throws ListFailed, also in the middle. */
  function list(account: ProviderAccount, window: ListWindow, signal: AbortSignal): AsyncIterable<readonly ListedItem[]> {
    const ask = (api: string, authorization: string) => askList({ baseUrl: baseUrl ?? api, authorization, dispatcher, signal, timeoutMs });
    if (account.provider === 'vapi') return listVapi(ask(VAPI_API, `Bearer ${fetchKeyOf(account)}`), window);
    if (account.provider === 'twilio') {
      const accountId = accountIdOf(account);
      const authorization = `Basic ${Buffer.from(`${accountId}:${account.secret}`).toString('base64')}`;
      return listTwilio(ask(TWILIO_API, authorization), accountId, window);
    }
    throw new ListFailed('unreadable', 'This provider has no list to ask for.');
  }

  return { list, close: () => dispatcher.destroy() };
}

function fetchKeyOf({ fetchKey }: ProviderAccount): string {
  if (fetchKey === null) throw new ListFailed('no-credential', 'The connection has no key with which to ask for calls.');
  return fetchKey;
}

/** What a callback says is as good as what was told: its signature was made with the account's own token. */
function accountIdOf({ accountId, lastCallback }: ProviderAccount): string {
  const told = accountId ?? (lastCallback && readField(readForm(lastCallback), 'AccountSid'));
  if (!told) throw new ListFailed('no-credential', "The account's id isn't known yet: no callback has told it.");
  return told;
}
