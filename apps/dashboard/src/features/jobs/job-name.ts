const NAMES: Readonly<Record<string, string>> = {
  'store-recording': 'Fetch a recording',
  'retry-uploads': 'Take up failed recordings again',
  'clean-stale': 'Free what hangs',
  'reconcile-objects': 'Compare recordings with storage',
  'remove-objects': 'Remove the sound of removed recordings',
  'catch-up': 'Compare calls with the provider’s list',
  'queue-looks': 'Find connections to compare',
};

/** What a job does; one that isn't known is shown by its own name. */
export function jobName(task: string): string {
  const known = NAMES[task];
  if (known) return known;
  const words = task.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
