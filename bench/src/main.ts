import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { CaseResult } from './measure/result.ts';
import type { Part } from './parts/part.ts';
import { reads } from './parts/reads.ts';
import { webhooks } from './parts/webhooks.ts';
import { printTable } from './print-table.ts';

const PARTS: readonly Part[] = [webhooks, reads];
const RESULTS = new URL('../results/', import.meta.url);

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.find((name) => !PARTS.some((part) => part.name === name));
if (unknown !== undefined) {
  process.stderr.write(`No part of the bench is called ${unknown}. There are: ${PARTS.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const cases: CaseResult[] = [];
for (const part of PARTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  process.stderr.write(`${part.name}…\n`);
  cases.push(...(await part.run({ isQuick, log: (line) => process.stderr.write(`${line}\n`) })));
}
printTable(cases);
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
await mkdir(RESULTS, { recursive: true });
await writeFile(new URL('latest.json', RESULTS), `${JSON.stringify({ machine, at: new Date().toISOString(), cases }, null, 2)}\n`);
