import type { Asked } from '../connections/statement.ts';
import { askRole } from './ask-role.ts';
import type { Entrant } from './entrant.ts';
import { entryStatements } from './entry-statements.ts';
import type { EntrySettings } from './entry-settings.ts';
import { isOfEntrant } from './is-of-entrant.ts';

/** How a unit ended. A role stands for an entry that held, whatever failed behind it. */
export type Ending = { readonly role: string; readonly failure?: unknown } | { readonly role: null; readonly failure: unknown };

/**
 * One unit: the entry, `asked` and one Sync, a transaction of their own on a connection that is free again afterwards.
 * Never rejects; what was asked hears for itself.
 */
export async function runEntered(settings: EntrySettings, entrant: Entrant, asked: readonly Asked[]): Promise<Ending> {
  const connection = await settings.connections.take().catch((failure: unknown) => ({ failure }));
  if ('failure' in connection) return { role: null, failure: connection.failure };
  const role = Promise.withResolvers<string>();
  const timer = setTimeout(() => connection.destroy(), settings.limitMs);
  const ended = await connection.run([...askRole(entryStatements(settings, entrant), role), ...asked]);
  clearTimeout(timer);
  const ending = await role.promise.then(
    (given): Ending => ({ role: given, ...ended }),
    (failure: unknown): Ending => ({ role: null, failure }),
  );
  if (ending.role === null && !isOfEntrant(ending.failure)) connection.destroy();
  else if (ended) void connection.releaseAfterFailure();
  else connection.release();
  return ending;
}
