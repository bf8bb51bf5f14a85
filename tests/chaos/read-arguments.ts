import { parseArgs } from 'node:util';
import { WHOLE_SECONDS } from './chaos-amounts.ts';
import { type ChaosOptions, type Scenario, SCENARIOS } from './chaos-options.ts';

/** `[SCENARIO…] [--seconds N] [--seed N]`. @throws TypeError in words for whoever called. */
export function readArguments(args: readonly string[]): ChaosOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { seconds: { type: 'string', default: String(WHOLE_SECONDS) }, seed: { type: 'string', default: '1' } },
  });
  const unknown = positionals.find((name) => !isScenario(name));
  if (unknown !== undefined) throw new TypeError(`No scenario is called ${unknown}. There are: ${SCENARIOS.join(', ')}.`);
  const chosen = positionals.filter(isScenario);
  return {
    seconds: wholeNumber('--seconds', values.seconds),
    seed: wholeNumber('--seed', values.seed),
    scenarios: chosen.length === 0 ? SCENARIOS : chosen,
  };
}

function isScenario(name: string): name is Scenario {
  return SCENARIOS.some((known) => known === name);
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new TypeError(`${name}: expected a whole number above 0, not "${text}".`);
  return Number(text);
}
