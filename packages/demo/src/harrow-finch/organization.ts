import { readScripts } from '../dialogue/read-scripts.ts';
import { readArticles } from '../knowledge/read-articles.ts';
import type { DemoOrganization } from '../organizations/demo-organization.ts';
import { HABITS } from './habits.ts';
import { LEADS } from './leads.ts';
import { slots } from './slots.ts';

/** A letting office in London. People answer its Twilio lines; what they miss, and the night, go to its voice assistant at Vapi. */
export const HARROW_FINCH: DemoOrganization = {
  slug: 'harrow-finch',
  name: 'Harrow & Finch',
  timeZone: 'Europe/London',
  members: [
    { name: 'Priya Nair', email: 'priya@harrowfinch.example', password: 'orchard-street-18', role: 'owner' },
    { name: 'Tom Okafor', email: 'tom@harrowfinch.example', password: 'boiler-pressure-15', role: 'agent' },
  ],
  connections: [
    { provider: 'twilio', name: 'Office lines' },
    { provider: 'vapi', name: 'Wren, night desk' },
  ],
  lines: [
    { number: '+442079460120', name: 'Main', colleagues: ['Marcus Bell', 'Priya Nair'], weight: 4 },
    { number: '+442079460131', name: 'Lettings', colleagues: ['Priya Nair', 'Marcus Bell'], weight: 3 },
    { number: '+442079460142', name: 'Repairs', colleagues: ['Tom Okafor'], weight: 3 },
    { number: '+442079460153', name: 'Accounts', colleagues: ['Lena Fischer'], weight: 2 },
  ],
  leads: LEADS,
  strangers: [
    '+447700900703',
    '+447700900718',
    '+447700900722',
    '+447700900731',
    '+447700900746',
    '+447700900759',
    '+447700900764',
    '+447700900777',
    '+447700900785',
    '+447700900790',
    '+447700900806',
    '+447700900819',
    '+442079460811',
    '+442079460846',
    '+441614960233',
    '+12125550136',
  ],
  extensions: ['sip:21@harrowfinch.sip.twilio.com', 'sip:dispatch@northline-plumbing.example'],
  names: [
    'Aisha Begum',
    'Daniel Hurst',
    'Karolina Nowak',
    'Jack Sefton',
    'Emeka Obi',
    'Laura Whitfield',
    'Tomasz Zielinski',
    'Grace Adeyemi',
  ],
  assistant: { name: 'Wren', voice: { pitchHz: 188, throat: 1.14, syllablesPerSecond: 5.3, breath: 0.05, level: 0.62 } },
  habits: HABITS,
  scripts: readScripts(new URL('./scripts/', import.meta.url)),
  articles: readArticles(new URL('./knowledge/', import.meta.url)),
  slots,
};
