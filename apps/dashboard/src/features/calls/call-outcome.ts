import type { CallDirection, CallStatus } from '@ringfence/domain/calls';
import {
  Check,
  CircleDot,
  CircleQuestionMark,
  type LucideIcon,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  TriangleAlert,
  Voicemail,
} from 'lucide-react';

export type OutcomeTone = 'answered' | 'missed' | 'voicemail' | 'failed' | 'in-progress' | 'quiet';

export interface CallOutcome {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: OutcomeTone;
}

const OUTCOMES: Record<CallStatus, CallOutcome> = {
  ringing: { word: 'Ringing', icon: PhoneCall, tone: 'in-progress' },
  'in-progress': { word: 'In progress', icon: CircleDot, tone: 'in-progress' },
  completed: { word: 'Answered', icon: Check, tone: 'answered' },
  missed: { word: 'Missed', icon: PhoneMissed, tone: 'missed' },
  voicemail: { word: 'Voicemail', icon: Voicemail, tone: 'voicemail' },
  busy: { word: 'Busy', icon: PhoneOff, tone: 'quiet' },
  failed: { word: 'Failed', icon: TriangleAlert, tone: 'failed' },
  canceled: { word: 'Canceled', icon: PhoneOff, tone: 'quiet' },
  'end-unknown': { word: 'End unknown', icon: CircleQuestionMark, tone: 'quiet' },
};

/** What a call came to, in a word, an icon and a colour. Nobody *misses* a call of their own: there was no answer. */
export function callOutcome(status: CallStatus, direction?: CallDirection): CallOutcome {
  if (status === 'missed' && direction === 'outbound') return { ...OUTCOMES.missed, word: 'No answer' };
  return OUTCOMES[status];
}
