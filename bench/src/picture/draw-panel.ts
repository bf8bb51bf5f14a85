import type { Bar, BarPanel } from './bar.ts';
import { element, text } from './svg.ts';

const NAME_WIDTH = 286;
const VALUE_WIDTH = 60;
const ROW_HEIGHT = 26;
const BAR_HEIGHT = 15;
const HEAD_HEIGHT = 58;

export function panelHeight({ bars }: BarPanel): number {
  return HEAD_HEIGHT + bars.length * ROW_HEIGHT;
}

/** Bars from left to right, the base marked by a line at 1, each with the quartiles of its rounds. */
export function drawPanel({ title, subtitle, bars }: BarPanel, x: number, y: number, width: number): string {
  const most = Math.max(1, ...bars.map(({ high, ratio }) => Math.max(high, ratio)));
  const left = x + NAME_WIDTH;
  const scale = (width - NAME_WIDTH - VALUE_WIDTH) / most;
  const bottom = y + HEAD_HEIGHT + bars.length * ROW_HEIGHT;
  return [
    text(x, y + 16, 'title', title),
    text(x, y + 36, 'quiet', subtitle),
    ...bars.map((bar, index) => drawBar(bar, { x, left, scale, top: y + HEAD_HEIGHT + index * ROW_HEIGHT })),
    element('line', { x1: left + scale, x2: left + scale, y1: y + HEAD_HEIGHT - 6, y2: bottom - 4, class: 'base' }),
  ].join('\n');
}

interface BarPlace {
  readonly x: number;
  readonly left: number;
  readonly scale: number;
  readonly top: number;
}

function drawBar({ name, kind, ratio, low, high }: Bar, { x, left, scale, top }: BarPlace): string {
  const middle = top + BAR_HEIGHT / 2;
  return [
    text(x, middle + 4, kind === 'ours' ? 'name ours' : 'name', name),
    element('rect', { x: left, y: top, width: ratio * scale, height: BAR_HEIGHT, rx: 3, class: kind }),
    element('line', { x1: left + low * scale, x2: left + high * scale, y1: middle, y2: middle, class: 'spread' }),
    text(left + Math.max(high, ratio) * scale + 8, middle + 4, kind === 'ours' ? 'value ours' : 'value', ratio.toFixed(2)),
  ].join('');
}
