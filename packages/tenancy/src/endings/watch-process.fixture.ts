import { once } from 'node:events';
import { afterAll, expect } from 'vitest';

/** What a process that lives on would die or warn of. */
export interface ProcessWatch {
  /** Nothing was thrown past everybody, and no listener was forgotten, up to now. */
  expectQuiet(): Promise<void>;
}

/** Listens from now until the file is done. */
export function watchProcess(): ProcessWatch {
  const heard: string[] = [];
  const onRejection = (reason: unknown) => heard.push(`unhandled: ${String(reason)}`);
  const onWarning = (warning: Error) => heard.push(`${warning.name}: ${warning.message}`);
  process.on('unhandledRejection', onRejection);
  process.on('warning', onWarning);
  afterAll(() => {
    process.off('unhandledRejection', onRejection);
    process.off('warning', onWarning);
  });
  return {
    async expectQuiet() {
      // Node tells of a rejection once every promise that could still be caught had its turn.
      const turn = new EventTarget();
      setImmediate(() => turn.dispatchEvent(new Event('over')));
      await once(turn, 'over');
      expect(heard).toEqual([]);
    },
  };
}
