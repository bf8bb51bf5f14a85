import type { BarPanel } from './bar.ts';
import { drawPanel, panelHeight } from './draw-panel.ts';
import { element, text } from './svg.ts';

const WIDTH = 880;
const MARGIN = 28;
const GAP = 26;
const HEAD_HEIGHT = 84;
const FOOT_HEIGHT = 34;

/** Its own ground, so that it is legible on any page; dark where the reader's system is. */
const STYLE = `
  .ground { fill: #ffffff; stroke: #d9dde3; }
  text { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; font-size: 13px; fill: #1c2128; }
  .headline { font-size: 19px; font-weight: 650; }
  .title { font-size: 14px; font-weight: 650; }
  .quiet { fill: #5b6470; }
  text.ours { font-weight: 650; }
  .value { font-variant-numeric: tabular-nums; }
  rect.ours { fill: #0f766e; }
  rect.isolated { fill: #d08a2c; }
  rect.open { fill: #b8bfc9; }
  .spread { stroke: #1c2128; stroke-width: 1.2; opacity: 0.55; }
  .base { stroke: #5b6470; stroke-dasharray: 3 3; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #14181d; stroke: #2b323a; }
    text { fill: #e7ebf0; }
    .quiet { fill: #9aa4b0; }
    rect.ours { fill: #2fb5a8; }
    rect.isolated { fill: #c98a3a; }
    rect.open { fill: #4c5561; }
    .spread { stroke: #e7ebf0; }
    .base { stroke: #9aa4b0; }
  }`;

const LEGEND = [
  ['ours', 'Ringfence: row-level security, membership and signed context'],
  ['isolated', 'row-level security by set_config'],
  ['open', 'no isolation'],
] as const;

export interface Picture {
  readonly headline: string;
  readonly panels: readonly BarPanel[];
  readonly footnote: string;
}

/** One picture of panels below each other, as the text of an SVG file. */
export function drawPicture({ headline, panels, footnote }: Picture): string {
  const heights = panels.map(panelHeight);
  const height = MARGIN + HEAD_HEIGHT + heights.reduce((sum, each) => sum + each + GAP, 0) + FOOT_HEIGHT;
  let top = MARGIN + HEAD_HEIGHT;
  const drawn = panels.map((panel, index) => {
    const at = top;
    top += (heights[index] ?? 0) + GAP;
    return drawPanel(panel, MARGIN, at, WIDTH - 2 * MARGIN);
  });
  const content = [
    element('style', {}, STYLE),
    element('rect', { x: 0.5, y: 0.5, width: WIDTH - 1, height: height - 1, rx: 12, class: 'ground' }),
    text(MARGIN, MARGIN + 18, 'headline', headline),
    drawLegend(MARGIN, MARGIN + 44),
    ...drawn,
    text(MARGIN, height - MARGIN + 4, 'quiet', footnote),
  ];
  const size = { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` };
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', 'aria-label': headline, ...size }, `\n${content.join('\n')}\n`)}\n`;
}

/** As wide as its words are, about. */
const LETTER_WIDTH = 6.7;

function drawLegend(left: number, y: number): string {
  let x = left;
  return LEGEND.map(([kind, words]) => {
    const at = x;
    x += 20 + words.length * LETTER_WIDTH + 16;
    return element('rect', { x: at, y: y - 10, width: 12, height: 12, rx: 3, class: kind }) + text(at + 18, y, 'quiet', words);
  }).join('');
}
