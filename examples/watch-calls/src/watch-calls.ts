import { createRingfenceClient, failureOf, type RingfenceOutputs } from '@ringfence/client';
import { describeFailure } from './describe-failure.ts';
import { readEnv } from './env.ts';

type Call = RingfenceOutputs['calls']['list']['items'][number];

const { calls } = createRingfenceClient(readEnv());

function show(what: string, call: Call): void {
  const party = call.direction === 'inbound' ? call.fromAddress : call.toAddress;
  console.log(`${what}  ${call.startedAt}  ${call.direction}  ${party ?? 'unknown'}  ${call.status}  ${call.id}`);
}

function giveUp(error: unknown): void {
  const failure = failureOf(error);
  if (!failure) throw error;
  console.error(describeFailure(failure));
  process.exit(1);
}

try {
  const { items } = await calls.list.query({ limit: 10 });
  for (const call of items.toReversed()) show('listed ', call);
} catch (error) {
  giveUp(error);
}
const following = calls.updates.subscribe(
  {},
  {
    onStarted: () => console.log('following calls, Ctrl-C ends'),
    onData: ({ data: call }) => show('changed', call),
    onError: giveUp,
  },
);
process.once('SIGINT', () => following.unsubscribe());
