import { CreateLead } from '@ringfence/domain/leads';
import { CreateArticle } from '@ringfence/domain/knowledge';
import { CreateOrganization } from '@ringfence/domain/organizations';
import { expect, test } from 'vitest';
import { fillSlots } from '../dialogue/fill-slots.ts';
import { createRandom } from '../random/create-random.ts';
import { DEMO_ORGANIZATIONS } from './demo-organizations.ts';

const RESERVED = /^\+1\d{3}55501\d{2}$|^\+447700900\d{3}$|^\+442079460\d{3}$|^\+441134960\d{3}$|^\+441614960\d{3}$/;

test.each(DEMO_ORGANIZATIONS)(
  '$name has leads, articles and scripts that the product takes as they are',
  ({ name, timeZone, leads, articles, scripts }) => {
    expect(CreateOrganization.parse({ name, timeZone }).timeZone).toBe(timeZone);
    expect(leads.map(({ lead }) => CreateLead.safeParse(lead).success)).not.toContain(false);
    expect(articles.map((article) => CreateArticle.safeParse(article).success)).not.toContain(false);
    expect(new Set(leads.map(({ lead }) => lead.phone)).size).toBe(leads.length);
    expect(leads.length).toBeGreaterThanOrEqual(12);
    expect(articles.length).toBeGreaterThanOrEqual(6);
    expect(scripts.length).toBeGreaterThanOrEqual(12);
  },
);

test.each(DEMO_ORGANIZATIONS)('nobody real can be rung through $name', ({ leads, strangers, lines }) => {
  const numbers = [...leads.map(({ lead }) => lead.phone), ...strangers, ...lines.map((line) => line.number)];
  expect(numbers.filter((number) => !RESERVED.test(number))).toEqual([]);
});

test.each(DEMO_ORGANIZATIONS)('every script of $name can be spoken', (organization) => {
  const slots = organization.slots({
    at: new Date('2026-11-20T10:00:00Z'),
    callerName: 'Ann Example',
    address: null,
    random: createRandom('slots'),
  });
  for (const { turns, summary } of organization.scripts) {
    const spoken = [summary, ...turns.map((turn) => turn.text)].map((text) => fillSlots(text, slots)).join(' ');
    expect(spoken).not.toMatch(/[{}]|undefined| {2}/);
  }
});

test.each(DEMO_ORGANIZATIONS)('whoever calls $name has something to say, at any hour', ({ scripts, leads }) => {
  for (const role of [...new Set(leads.map((lead) => lead.role)), 'stranger' as const]) {
    const fitting = scripts.filter((script) => script.direction === 'inbound' && script.hours !== 'open');
    expect(
      fitting.some((script) => script.by.includes(role) || script.by.includes('stranger')),
      role,
    ).toBe(true);
  }
});
