import { fillSlots } from '../dialogue/fill-slots.ts';
import type { Script } from '../dialogue/script.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { Random } from '../random/random.ts';
import { placeTurns } from '../speech/place-turns.ts';
import type { Talk } from './demo-call.ts';
import type { Party } from './party.ts';
import { voiceOf } from './voice-of.ts';

/** Holds a script's conversation between a party and the organisation's assistant at a given time. */
export function holdTalk(organization: DemoOrganization, script: Script, party: Party, at: Date, random: Random): Talk {
  const slots = organization.slots({ at, callerName: party.name, address: party.property, random });
  const voices = { caller: voiceOf(party.address === 'anonymous' ? party.name : party.address), agent: organization.assistant.voice };
  const turns = script.turns.map(({ speaker, text }) => ({ speaker, text: fillSlots(text, slots) }));
  return { segments: placeTurns(turns, voices, random), summary: fillSlots(script.summary, slots), voices };
}
