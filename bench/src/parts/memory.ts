import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { chooseRequest } from '../data/choose-request.ts';
import { closedLoop } from '../measure/closed-loop.ts';
import { quantile } from '../measure/quantile.ts';
import { openKernel } from '../peers/kernel.ts';
import { printBlock } from '../report/print-block.ts';
import { tableLines } from '../report/table-lines.ts';
import { WORKS } from '../works/works.ts';
import { productCalls } from './comparison-cases.ts';
import type { Part } from './part.ts';

const CLIENTS = 32;
const MEBIBYTE = 2 ** 20;

interface MemorySample {
  readonly afterSeconds: number;
  readonly requests: number;
  /** What is still held after everything that could be given back was. */
  readonly heapMiB: number;
  readonly residentMiB: number;
}

/** The kernel under every work in turn, with what it holds in between: flat, or something is kept. */
export const memory: Part = {
  name: 'memory',
  async run(options) {
    const data = productCalls(options);
    const database = await options.shared.withCalls([data]);
    const peer = openKernel({ database, schema: data.schema });
    const works = Object.values(WORKS);
    const samples: MemorySample[] = [];
    const startedAt = performance.now();
    let requests = 0;
    let next = 0;
    const ask = () => (works[(next += 1) % works.length] ?? WORKS.list).ask(peer, chooseRequest(data));
    try {
      for (let sample = 0; sample < (options.isQuick ? 8 : 20); sample += 1) {
        requests += (await closedLoop(ask, CLIENTS, options.isQuick ? 500 : 2_000)).requests;
        samples.push(takeSample(startedAt, requests));
      }
    } finally {
      await peer.close();
    }
    // The first third warms up: caches fill, code is compiled.
    const settled = samples.slice(Math.floor(samples.length / 3));
    const growth = medianHeap(settled.slice(settled.length / 2)) / medianHeap(settled.slice(0, settled.length / 2));
    printBlock(`memory of the kernel under load: the heap's second half to its first ${growth.toFixed(3)}`, linesOf(samples));
    options.tell('memory', { growth, samples });
    return [];
  },
};

function takeSample(startedAt: number, requests: number): MemorySample {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    afterSeconds: (performance.now() - startedAt) / 1000,
    requests,
    heapMiB: heapUsed / MEBIBYTE,
    residentMiB: rss / MEBIBYTE,
  };
}

/** V8 hands it out to new contexts alone, once it was told to expose it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

function medianHeap(samples: readonly MemorySample[]): number {
  return quantile(
    samples.map(({ heapMiB }) => heapMiB),
    0.5,
  );
}

function linesOf(samples: readonly MemorySample[]): string[] {
  return tableLines([
    ['seconds', 'requests', 'heap MiB', 'resident MiB'],
    ...samples.map(({ afterSeconds, requests, heapMiB, residentMiB }) => [
      afterSeconds.toFixed(0),
      String(requests),
      heapMiB.toFixed(1),
      residentMiB.toFixed(0),
    ]),
  ]);
}
