import { connect, createServer, type Socket } from 'node:net';
import { createAlarm } from './alarm.ts';

/** What comes in leaves again after a while, in order. */
interface Delayed {
  readonly dueAt: number;
  deliver(): void;
}

const [targetPort = 0, delayMs = 1] = process.argv.slice(2).map(Number);
let waitMs = delayMs;
const underway: Delayed[] = [];
const alarm = createAlarm(deliverDue);

/** A program of its own, so that what it costs isn't taken for the cost of those it slows down. Told another delay by message. */
const server = createServer({ noDelay: true }, (client) => {
  const database = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
  delay(client, database);
  delay(database, client);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.send?.(address.port);
});
process.on('message', (told) => {
  waitMs = Number(told);
});
process.once('disconnect', () => process.exit());

function delay(from: Socket, to: Socket): void {
  from.on('data', (chunk) => enqueue(() => to.write(chunk)));
  from.on('end', () => enqueue(() => to.end()));
  from.on('error', () => enqueue(() => to.destroy()));
}

function enqueue(deliver: () => void): void {
  underway.push({ dueAt: performance.now() + waitMs, deliver });
  if (underway.length === 1) alarm.ringIn(waitMs);
}

function deliverDue(): void {
  const now = performance.now();
  let next = underway[0];
  while (next && next.dueAt <= now) {
    next.deliver();
    underway.shift();
    next = underway[0];
  }
  if (next) alarm.ringIn(next.dueAt - now);
}
