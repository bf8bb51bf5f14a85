type Request = Parameters<typeof globalThis.fetch>[0];
/** What tRPC and eventsource both hand on: an init whose signal may be undefined. */
type Init = Omit<RequestInit, 'signal'> & { readonly signal?: AbortSignal | null | undefined };

/** A fetch that both of them take. */
export type ClientFetch = (input: Request, init?: Init) => Promise<Response>;
