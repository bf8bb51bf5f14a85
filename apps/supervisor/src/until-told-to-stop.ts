/** Waits for Ctrl-C, SIGTERM, a closed terminal, or the end of the launcher that started us. Later signals change nothing: the end is under way. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.on('disconnect', resolve);
  });
}
