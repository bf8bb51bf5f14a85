/** Does `work` every `intervalMs`, never twice at once; what it throws is told, and it goes on. */
export function repeat(intervalMs: number, work: () => Promise<void>, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  function plan(): void {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = work().catch(onError).then(plan);
    }, intervalMs);
  }
  plan();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
