import type { CaseResult } from '../measure/result.ts';
import type { BarPanel } from '../picture/bar.ts';
import { drawPicture } from '../picture/draw-picture.ts';
import { kindOfSubject } from './kind-of-subject.ts';
import { SUBJECTS } from './targets.ts';

const WORK = 'list 50';

/** The picture for the README: the list, near and at 2 ms. Null for a run without it. */
export function pictureOf(cases: readonly CaseResult[], machine: string): string | null {
  const lists = cases.filter(({ work }) => work === WORK);
  const panels = [
    panelOf(
      'One machine',
      lists.filter(({ clients, latencyMs }) => clients === 32 && latencyMs === 0),
    ),
    panelOf(
      '2 ms to the database',
      lists.filter(({ latencyMs }) => latencyMs > 0),
    ),
  ].filter(({ bars }) => bars.length > 0);
  if (panels.length === 0) return null;
  return drawPicture({
    headline: 'What isolation costs: requests a second, compared with no isolation',
    panels,
    footnote: `Dashed: ${SUBJECTS.shipped} = 1. Lines: quartiles of the rounds. ${machine}.`,
  });
}

function panelOf(title: string, cases: readonly CaseResult[]): BarPanel {
  const base = cases.find(({ subject }) => subject === SUBJECTS.shipped);
  const told = base ? `${base.clients} clients, 8 connections; the base answers ${Math.round(base.requestsPerSecond)} a second` : '';
  return {
    title,
    subtitle: `A list of 50 calls, 12 columns. ${told}`,
    bars: cases
      .toSorted((a, b) => b.ratioToBase - a.ratioToBase)
      .map(({ subject, ratioToBase, ratioLow, ratioHigh }) => ({
        name: subject,
        kind: kindOfSubject(subject),
        ratio: ratioToBase,
        low: ratioLow,
        high: ratioHigh,
      })),
  };
}
