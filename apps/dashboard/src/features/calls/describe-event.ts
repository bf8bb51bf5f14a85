import {
  AudioLines,
  Bot,
  Check,
  FileText,
  type LucideIcon,
  PhoneCall,
  PhoneForwarded,
  PhoneMissed,
  PhoneOff,
  Radio,
  TriangleAlert,
  Voicemail,
} from 'lucide-react';

export interface EventWords {
  readonly words: string;
  readonly icon: LucideIcon;
}

/** What providers' words for a leg's state mean. Sources: Twilio CallStatus; Vapi status-update. */
const STATES: Record<string, EventWords> = {
  queued: { words: 'Queued', icon: PhoneCall },
  scheduled: { words: 'Scheduled', icon: PhoneCall },
  initiated: { words: 'Call started', icon: PhoneCall },
  ringing: { words: 'Rang', icon: PhoneCall },
  answered: { words: 'Answered', icon: Check },
  'in-progress': { words: 'Answered', icon: Check },
  forwarding: { words: 'Transferred', icon: PhoneForwarded },
  completed: { words: 'Call ended', icon: PhoneOff },
  ended: { words: 'Call ended', icon: PhoneOff },
  busy: { words: 'Line was busy', icon: PhoneOff },
  'no-answer': { words: 'Nobody answered', icon: PhoneMissed },
  canceled: { words: 'Canceled before an answer', icon: PhoneOff },
  failed: { words: 'Could not be connected', icon: TriangleAlert },
  voicemail: { words: 'Voicemail took the call', icon: Voicemail },
};
/** Vapi tells of its own leg beside the telephone's. */
const VOICE_AGENT: Record<string, EventWords> = {
  'in-progress': { words: 'Voice agent answered', icon: Bot },
  ended: { words: 'Voice agent’s part ended', icon: Bot },
};
const RECORDING: Record<string, EventWords> = {
  'in-progress': { words: 'Recording started', icon: AudioLines },
  completed: { words: 'Recording announced', icon: AudioLines },
  absent: { words: 'No recording was made', icon: AudioLines },
  failed: { words: 'Recording failed at the provider', icon: TriangleAlert },
};
const REPORT: EventWords = { words: 'Report and transcript came', icon: FileText };

/** A provider's message in our words. One that isn't known is shown by its own name. */
export function describeEvent(kind: string): EventWords {
  const [family = '', state = ''] = kind.split(':', 2);
  if (family === 'end-of-call-report') return REPORT;
  const known =
    family === 'recording' ? RECORDING[state] : ((family === 'status-update' ? VOICE_AGENT[state] : undefined) ?? STATES[state]);
  return known ?? { words: sentence(state || family), icon: Radio };
}

function sentence(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
