import { CALL_DIRECTIONS } from '@ringfence/domain/calls';
import { SPEAKERS } from '@ringfence/domain/transcripts';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { LEAD_ROLES } from '../organizations/demo-lead.ts';
import type { Turn } from '../speech/turn.ts';
import type { Script } from './script.ts';

const Head = z.strictObject({
  direction: z.enum(CALL_DIRECTIONS),
  by: z
    .string()
    .transform((roles) => roles.split(', '))
    .pipe(z.array(z.enum(LEAD_ROLES)).min(1)),
  hours: z.enum(['open', 'closed', 'any']),
  ended: z.string().min(1),
  summary: z.string().min(1),
});
const Said = z.object({ key: z.enum(SPEAKERS), value: z.string().min(1) });

/** Reads a folder of scripts, in the order of their names: lines of `key: value`, a blank line, then a line a turn. */
export function readScripts(folder: URL): Script[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted();
  return names.map((name) => readScript(name.replace(/\.txt$/, ''), readFileSync(new URL(name, folder), 'utf8')));
}

function readScript(name: string, text: string): Script {
  const [head = '', body = ''] = text.split('\n\n');
  const { ended, ...facts } = Head.parse(Object.fromEntries(lines(head).map(({ key, value }) => [key, value])));
  const turns = lines(body).map((line): Turn => {
    const { key, value } = Said.parse(line);
    return { speaker: key, text: value };
  });
  return { name, ...facts, endedReason: ended, turns };
}

function lines(text: string): { key: string; value: string }[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const colon = line.indexOf(': ');
      return { key: line.slice(0, colon), value: line.slice(colon + 2) };
    });
}
