import { signTwilioRequest } from '@ringfence/telephony/twilio';
import { PUBLIC_URL, type RunningServer, type TestMember } from './running-server.fixture.ts';

/** What Twilio posts while a phone rings; shaped after its documentation, with numbers of ours. */
export const RINGING = {
  AccountSid: `AC${'0'.repeat(32)}`,
  ApiVersion: '2010-04-01',
  CallSid: `CA${'1'.repeat(32)}`,
  CallStatus: 'ringing',
  Called: '+493012345678',
  Caller: '+4915112345678',
  CallerCountry: '',
  Direction: 'inbound',
  From: '+4915112345678',
  SequenceNumber: '0',
  Timestamp: 'Wed, 25 Nov 2026 01:00:00 +0000',
  To: '+493012345678',
};

export interface TwilioCallback {
  readonly path: string;
  readonly secret: string;
  readonly form: Record<string, string>;
  /** What is signed, when it isn't the public address. */
  readonly signedUrl?: string;
  readonly headers?: Record<string, string>;
}

/** Posts a callback as Twilio does, signed for the public address. */
export function postTwilio({ url }: RunningServer, { path, secret, form, signedUrl, headers }: TwilioCallback): Promise<Response> {
  const fields = new Map(Object.entries(form).map(([name, value]) => [name, [value]]));
  const signature = signTwilioRequest({ authToken: secret, url: signedUrl ?? PUBLIC_URL + path, form: fields });
  return fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature, ...headers },
    body: new URLSearchParams(form).toString(),
  });
}

/** A query's data, by its member's token. */
export async function query<Data>(
  { url }: RunningServer,
  path: string,
  { token }: Pick<TestMember, 'token'>,
  input?: unknown,
): Promise<Data> {
  const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await fetch(`${url}/trpc/${path}${search}`, { headers: { authorization: `Bearer ${token}` } });
  const body = (await response.json()) as { result?: { data: Data }; error?: unknown };
  if (!body.result) throw new Error(`${path}: ${JSON.stringify(body.error)}`);
  return body.result.data;
}

export interface ListedCalls {
  readonly items: { readonly id: string; readonly status: string; readonly fromNumber: string | null; readonly startedAt: string }[];
}
