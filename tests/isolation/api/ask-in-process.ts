import { isFailure } from '@ringfence/domain';
import { createSealing } from '@ringfence/identity/sealing';
import { appRouter } from '@ringfence/platform/router';
import { Trips } from '@ringfence/tenancy';
import type { TestPlatform } from '@ringfence/testing/platform';
import type { ListedProcedure } from './procedures.ts';
import { OK, type Verdict } from './verdict.ts';

type Ask = (input: unknown) => Promise<unknown>;

/** Asks a procedure as code in the same process would, past HTTP and all that stands before it. */
export async function askInProcess(
  { database, tenancies, identity, publicUrl }: TestPlatform,
  { path }: Pick<ListedProcedure, 'path'>,
  token: string,
  input: unknown,
): Promise<Verdict> {
  const caller = appRouter.createCaller({
    tenancy: tenancies.app,
    trips: new Trips(),
    requestId: 'in-process',
    identify: () => identity.verifyToken(token),
    outside: {
      ...identity,
      publicUrl,
      sealing: createSealing(database.secretKey),
      postMail: () => {},
      watchCalls: () => nothing(),
      signRecordingLink: () => ({ url: '/recordings', expiresAt: new Date() }),
    },
  });
  try {
    const answer = await procedureAt(caller, path)(input);
    if (isStream(answer)) for await (const _event of answer) break;
    return OK;
  } catch (error) {
    // What a stream throws later than its call is a failure of ours, not yet in tRPC's words.
    if (isFailure(error)) return { code: error.kind, message: error.message };
    if (!(error instanceof Error && error.name === 'TRPCError' && 'code' in error)) throw error;
    return { code: String(error.code), message: error.message };
  }
}

/** A feed in which nothing happens. */
async function* nothing(): AsyncIterable<readonly string[]> {}

/** Safe: the path is one of the router's own. */
function procedureAt(caller: unknown, path: string): Ask {
  return path.split('.').reduce((place: unknown, name) => (place as Record<string, unknown>)[name], caller) as Ask;
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}
