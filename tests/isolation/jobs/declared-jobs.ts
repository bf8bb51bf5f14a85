import { readSources } from '../../architecture/read-sources.ts';

const DECLARED = /\bdeclareJob(?:<[^(]*>)?\(\{\s*name: '([^']+)'/g;

/** The names of all jobs that the domain declares, read from its sources. */
export function declaredJobs(): string[] {
  const sources = readSources(/^packages\/domain\/src\/.*(?<!\.test)\.ts$/);
  return sources.flatMap(({ source }) => [...source.matchAll(DECLARED)].flatMap(([, name = '']) => name));
}
