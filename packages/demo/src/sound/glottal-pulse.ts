const STEPS = 512;
const OPENING = 0.42;
const CLOSING = 0.2;

/** One period of the air flow of the vocal cords, differentiated, as a table. Source: Rosenberg, 1971, pulse C. */
export const GLOTTAL_PULSE: Float32Array = makePulse();

function makePulse(): Float32Array {
  const pulse = new Float32Array(STEPS);
  for (let step = 0; step < STEPS; step += 1) pulse[step] = flow((step + 1) / STEPS) - flow(step / STEPS);
  const peak = pulse.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return pulse.map((value) => value / peak);
}

function flow(phase: number): number {
  if (phase < OPENING) return 0.5 * (1 - Math.cos((Math.PI * phase) / OPENING));
  if (phase < OPENING + CLOSING) return Math.cos((Math.PI * (phase - OPENING)) / (2 * CLOSING));
  return 0;
}
