import type { Asked } from './create-faults.ts';
import type { ProviderRecording } from './provider-call.ts';

/** What the stand-in answers, before a fault comes between. */
export type Answer =
  | { readonly asked: Asked | null; readonly status: number; readonly json: unknown }
  | { readonly asked: 'sound'; readonly status: 200; readonly sound: ProviderRecording }
  | { readonly asked: null; readonly status: 302; readonly location: string };

/** A request as far as answers depend on it. */
export interface ProviderRequest {
  readonly url: URL;
  readonly authorization: string | null;
}

/** What the stand-in has, and when it is asked. */
export interface Holdings<Account> {
  readonly accounts: readonly Account[];
  readonly url: string;
  readonly now: Date;
  readonly largestPage: number;
}

export function refusal(asked: Asked | null, status: 401 | 404, message: string): Answer {
  return { asked, status, json: { code: status * 100, message, status } };
}
