import { mayLeaveSomething } from '../connections/may-leave-something.ts';
import type { Asked } from '../connections/statement.ts';
import { StatementSkipped } from '../connections/unit.ts';
import { askRole } from './ask-role.ts';
import type { Entrant } from './entrant.ts';
import { entryStatements } from './entry-statements.ts';
import type { EntrySettings } from './entry-settings.ts';
import { isInTheWay } from './is-in-the-way.ts';
import { isOfEntrant } from './is-of-entrant.ts';
import { orSkipped } from './or-skipped.ts';

/** How a unit ended. A role stands for an entry that held, whatever failed behind it. */
export type Ending = { readonly role: string; readonly failure?: unknown } | { readonly role: null; readonly failure: unknown };

/**
 * One unit: the entry, `asked` and one Sync, a transaction of their own on a connection that is free again afterwards. It may travel
 * behind others'; where they stood in its way, and nothing of it ran, it goes once more.
 * Never rejects; what was asked hears for itself.
 */
export async function runEntered(settings: EntrySettings, entrant: Entrant, asked: readonly Asked[]): Promise<Ending> {
  const first = await enter(settings, entrant, asked);
  const goesAgain = first.wasBehindOthers && first.ending.role === null && isInTheWay(entrant, first.ending.failure);
  const { ending, skipped } = goesAgain ? await enter(settings, entrant, asked) : first;
  for (const each of skipped) each.reject(new StatementSkipped());
  return ending;
}

interface Entered {
  readonly ending: Ending;
  readonly wasBehindOthers: boolean;
  /** What Postgres skipped behind a failure, and hasn't been told so. */
  readonly skipped: readonly Asked[];
}

async function enter(settings: EntrySettings, entrant: Entrant, asked: readonly Asked[]): Promise<Entered> {
  const skipped: Asked[] = [];
  const entry: { ending?: Ending } = {};
  const heard = {
    resolve: (role: string) => void (entry.ending = { role }),
    reject: (failure: unknown) => void (entry.ending = { role: null, failure }),
  };
  const { failure, wasBehindOthers } = await settings.connections.run({
    ask: () => [...askRole(entryStatements(settings, entrant), heard), ...asked.map((each) => orSkipped(each, skipped))],
    isShareable: !asked.some(({ statement }) => mayLeaveSomething(statement.text)),
    spoils: () => typeof entry.ending?.role !== 'string' && !isOfEntrant(entry.ending?.failure),
  });
  const { ending = { role: null, failure } } = entry;
  return { ending: ending.role === null || failure === undefined ? ending : { ...ending, failure }, wasBehindOthers, skipped };
}
