import type { Provider } from '@ringfence/domain/connections';
import type { CreateArticle } from '@ringfence/domain/knowledge';
import type { Role } from '@ringfence/domain/members';
import type { Slots } from '../dialogue/fill-slots.ts';
import type { Script } from '../dialogue/script.ts';
import type { Random } from '../random/random.ts';
import type { Voice } from '../speech/voice.ts';
import type { DemoLead } from './demo-lead.ts';
import type { Habits } from './habits.ts';

export interface DemoMember {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** One of our own numbers, and who works it. */
export interface DemoLine {
  readonly number: string;
  readonly name: string;
  readonly colleagues: readonly string[];
  readonly weight: number;
}

export interface DemoConnection {
  readonly provider: Extract<Provider, 'twilio' | 'vapi'>;
  readonly name: string;
}

/** Who is at the other end of a call, as far as the organisation knows. */
export interface SlotContext {
  readonly at: Date;
  readonly callerName: string;
  readonly address: string | null;
  readonly random: Random;
}

/** Everything about one invented organisation but its calls. */
export interface DemoOrganization {
  /** Seeds all its ids and all its chance. */
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly members: readonly DemoMember[];
  readonly connections: readonly DemoConnection[];
  readonly lines: readonly DemoLine[];
  readonly leads: readonly DemoLead[];
  /** Numbers that call and aren't leads; each may call again. */
  readonly strangers: readonly string[];
  /** SIP addresses of desks and partners. */
  readonly extensions: readonly string[];
  /** First names and surnames for callers who say their name and aren't known. */
  readonly names: readonly string[];
  readonly assistant: { readonly name: string; readonly voice: Voice };
  readonly habits: Habits;
  readonly scripts: readonly Script[];
  readonly articles: readonly CreateArticle[];
  slots(context: SlotContext): Slots;
}
