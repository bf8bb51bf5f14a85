import { readScripts } from '../dialogue/read-scripts.ts';
import { readArticles } from '../knowledge/read-articles.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { HABITS } from './habits.ts';
import { LEADS } from './leads.ts';
import { slots } from './slots.ts';

/** A dental practice in Portland whose telephone is answered by its voice assistant at Vapi. */
export const BRIGHTWATER_DENTAL: DemoOrganization = {
  slug: 'brightwater-dental',
  name: 'Brightwater Dental',
  timeZone: 'America/Los_Angeles',
  members: [
    { name: 'Jonah Weiss', email: 'jonah@brightwaterdental.example', password: 'front-desk-0100', role: 'owner' },
    { name: 'Carla Mendes', email: 'carla@brightwaterdental.example', password: 'cleaning-at-nine', role: 'agent' },
  ],
  connections: [{ provider: 'vapi', name: 'Ada' }],
  lines: [{ number: '+15035550100', name: 'Front desk', colleagues: [], weight: 5 }],
  leads: LEADS,
  strangers: [
    '+15035550111',
    '+15035550115',
    '+15035550127',
    '+15035550131',
    '+15035550143',
    '+15035550155',
    '+19715550102',
    '+19715550109',
    '+19715550126',
    '+19715550154',
    '+19715550187',
    '+13605550149',
    '+13605550177',
    '+12065550135',
    '+15415550108',
    '+12125550136',
  ],
  extensions: ['sip:204@brightwaterdental.example', 'sip:oncall@brightwaterdental.example'],
  names: ['Amber Collins', 'Diego Ramirez', 'Hailey Foster', 'Marcus Lee', 'Olivia Grant', 'Peter Novak', 'Simone Dubois', 'Tyrell James'],
  assistant: { name: 'Ada', voice: { pitchHz: 204, throat: 1.17, syllablesPerSecond: 5.1, breath: 0.06, level: 0.6 } },
  habits: HABITS,
  scripts: readScripts(new URL('./scripts/', import.meta.url)),
  articles: readArticles(new URL('./knowledge/', import.meta.url)),
  slots,
};
