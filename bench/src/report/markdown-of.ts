import type { CaseResult } from '../measure/result.ts';
import type { Verdict } from './judge.ts';
import { SUBJECTS } from './targets.ts';

const WORKS = ['list 50', 'detail', 'insert', 'update', 'batch of five reads', 'search by number'];

/** The figures as tables for the README: every peer's ratio to unprotected Drizzle, near and at 2 ms, and the targets. */
export function markdownOf(cases: readonly CaseResult[], verdicts: readonly Verdict[]): string {
  const near = cases.filter(({ clients, latencyMs }) => clients === 32 && latencyMs === 0);
  const far = cases.filter(({ clients, latencyMs }) => clients === 8 && latencyMs > 0);
  return [
    ...ratioTable('One machine, 32 clients', near),
    ...ratioTable('2 ms to the database, 8 clients', far),
    ...httpTable(cases.filter(({ work }) => work.startsWith('HTTP'))),
    ...verdictTable(verdicts),
  ].join('\n');
}

function ratioTable(title: string, cases: readonly CaseResult[]): string[] {
  const works = WORKS.filter((work) => cases.some((each) => each.work === work));
  if (works.length === 0) return [];
  const found = (subject: string, work: string) => cases.find((each) => each.subject === subject && each.work === work);
  const subjects = [...new Set(cases.filter(({ work }) => works.includes(work)).map(({ subject }) => subject))];
  const perSecond = works.map((work) => String(Math.round(found(SUBJECTS.shipped, work)?.requestsPerSecond ?? 0)));
  return [
    row([title, ...works]),
    row(['---', ...works.map(() => '---')]),
    ...subjects.map((subject) =>
      row([bold(subject), ...works.map((work) => bold(found(subject, work)?.ratioToBase.toFixed(2) ?? '–', subject))]),
    ),
    row(['*requests a second at 1.00*', ...perSecond]),
    '',
  ];
}

function httpTable(cases: readonly CaseResult[]): string[] {
  if (cases.length === 0) return [];
  const head = ['A whole request', 'clients', 'to the database', 'no isolation, a second', 'Ringfence, a second', 'ratio'];
  const pairs = cases.flatMap((base, index) => {
    const ours = cases[index + 1];
    return base.subject === SUBJECTS.plainServer && ours ? [[base, ours] as const] : [];
  });
  return [
    row(head),
    row(head.map(() => '---')),
    ...pairs.map(([base, ours]) =>
      row([
        base.work.replace('HTTP ', ''),
        String(base.clients),
        base.latencyMs > 0 ? `${base.latencyMs} ms` : 'near',
        String(Math.round(base.requestsPerSecond)),
        String(Math.round(ours.requestsPerSecond)),
        `**${ours.ratioToBase.toFixed(2)}**`,
      ]),
    ),
    '',
  ];
}

function verdictTable(verdicts: readonly Verdict[]): string[] {
  if (verdicts.length === 0) return [];
  return [
    row(['Target', 'wanted', 'measured', '']),
    row(['---', '---', '---', '---']),
    ...verdicts.map(({ what, wanted, ratio, isReached }) =>
      row([
        what,
        `≥ ${wanted.toFixed(2)}`,
        `${ratio.median.toFixed(2)} [${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}]`,
        isReached ? 'reached' : 'missed',
      ]),
    ),
    '',
  ];
}

function bold(content: string, subject = content): string {
  return subject.startsWith('Ringfence') ? `**${content}**` : content;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
