import { parentPort, workerData } from 'node:worker_threads';

const { isSet, sleepMs }: { isSet: Int32Array<SharedArrayBuffer>; sleepMs: Float64Array } = workerData;
const nobody = new Int32Array(new SharedArrayBuffer(4));

for (;;) {
  Atomics.wait(isSet, 0, 0);
  Atomics.store(isSet, 0, 0);
  Atomics.wait(nobody, 0, 0, sleepMs[0]);
  parentPort?.postMessage(null);
}
