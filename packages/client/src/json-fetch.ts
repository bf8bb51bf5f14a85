import type { ClientFetch } from './client-fetch.ts';
import { UnreadableAnswer } from './unreadable-answer.ts';

/** A fetch for answers in JSON. @throws UnreadableAnswer for any other */
export function jsonFetch(send: ClientFetch): ClientFetch {
  return async (input, init) => {
    const response = await send(input, init);
    if (response.headers.get('content-type')?.startsWith('application/json')) return response;
    await response.body?.cancel();
    throw new UnreadableAnswer(response);
  };
}
