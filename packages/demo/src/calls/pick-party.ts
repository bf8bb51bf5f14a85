import type { CallDirection } from '@ringfence/domain/calls';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import type { Way } from '../organizations/habits.ts';
import type { Random } from '../random/random.ts';
import type { Party } from './party.ts';

type Kind = 'lead' | 'stranger' | 'withheld' | 'desk';
const INBOUND: readonly (readonly [Kind, number])[] = [
  ['lead', 62],
  ['stranger', 29],
  ['withheld', 5],
  ['desk', 4],
];

/** Picks who calls or is called. A voice assistant rings only whom it has something to say to. */
export function pickParty(organization: DemoOrganization, direction: CallDirection, way: Way, random: Random): Party {
  if (direction === 'outbound') return pickLead(organization, isRung(organization, way), random);
  const kind = random.pickWeighted(INBOUND);
  if (kind === 'lead') return pickLead(organization, () => true, random);
  const name = random.pick(organization.names);
  if (kind === 'withheld') return { address: 'anonymous', name, role: 'stranger', property: null };
  const isDeskHeard = way.takenBy !== 'assistant' || organization.scripts.some((script) => script.by.includes('desk'));
  if (kind === 'desk' && isDeskHeard) return { address: random.pick(organization.extensions), name, role: 'desk', property: null };
  return pickStranger(organization, random);
}

function isRung({ scripts, connections }: DemoOrganization, way: Way): (role: Party['role']) => boolean {
  const isByPerson = way.takenBy === 'person' || connections.some((connection) => connection.provider === 'twilio');
  if (isByPerson) return () => true;
  const roles = new Set(scripts.filter((script) => script.direction === 'outbound').flatMap((script) => script.by));
  return (role) => roles.has(role);
}

function pickLead({ leads }: DemoOrganization, isWanted: (role: Party['role']) => boolean, random: Random): Party {
  const { role, address, lead } = random.pick(leads.filter((candidate) => isWanted(candidate.role)));
  return { address: lead.phone, name: lead.name, role, property: address };
}

/** The same number is always the same person. */
function pickStranger({ strangers, names }: DemoOrganization, random: Random): Party {
  const address = random.pick(strangers);
  return { address, name: names[strangers.indexOf(address) % names.length] ?? '', role: 'stranger', property: null };
}
