import { encodeValue } from '../connections/encode-value.ts';
import { settingsOf } from '../connections/prepare-connection.ts';
import type { Statement } from '../connections/statement.ts';
import type { Entrant } from './entrant.ts';
import type { EntrySettings } from './entry-settings.ts';

/** What goes before a tenant's first statement: the entry, and the limits where the connection can't keep them. */
export function entryStatements({ connections, limits, sign }: EntrySettings, { caller, access, roles }: Entrant): Statement[] {
  const enter: Statement = {
    name: 'tenancy_enter',
    text: 'select tenancy.enter_tenant($1, $2, $3)',
    values: [sign(caller), access === 'read' ? 't' : 'f', encodeValue(roles)],
  };
  if (!connections.isPooled()) return [enter];
  return [{ name: undefined, text: settingsOf(limits, true), values: [] }, enter];
}
