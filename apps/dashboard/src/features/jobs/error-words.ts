const POSTPONED = /^JobPostponed\b/;
const CLASS = /^[A-Z]\w*: /;

/** Why a job didn't end well, without the name that programs give to it. */
export function errorWords(lastError: string): string {
  if (POSTPONED.test(lastError)) return 'Put off until what it waits for is there.';
  return lastError.replace(CLASS, '');
}
