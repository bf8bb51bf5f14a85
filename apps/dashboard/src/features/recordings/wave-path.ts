/** What a wave is drawn on: as many units wide as it has bars. */
export const WAVE_HEIGHT = 56;
const MIDDLE = WAVE_HEIGHT / 2;
/** The two halves keep off the axis between them. */
const GAP = 1;
const REACH = MIDDLE - GAP - 1;
/** A recording that is quiet throughout isn't blown up to a loud one. */
const LEAST_LOUDEST = 32;

/**
 * Bars from the axis: of two channels the first goes up and the second down; one channel goes both ways. Levels are 0 to 255, and
 * are drawn against the loudest of them. What falls into one bar is as high as its loudest.
 */
export function wavePath(channels: readonly (readonly number[])[], bars: number): string {
  const [upper = [], lower = upper] = channels;
  const loudest = channels.reduce((most, levels) => levels.reduce((level, next) => Math.max(level, next), most), LEAST_LOUDEST);
  const reach = (levels: readonly number[], bar: number) => Math.max(0.6, (REACH * levelOf(levels, bar, bars)) / loudest);
  return Array.from({ length: bars }, (_, bar) => {
    const [up, down] = [reach(upper, bar), reach(lower, bar)];
    return `M${bar + 0.5} ${MIDDLE - GAP}v${(-up).toFixed(1)}m0 ${(up + 2 * GAP).toFixed(1)}v${down.toFixed(1)}`;
  }).join('');
}

function levelOf(levels: readonly number[], bar: number, bars: number): number {
  const from = Math.floor((bar * levels.length) / bars);
  const to = Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / bars));
  return levels.slice(from, to).reduce((most, level) => Math.max(most, level), 0);
}
