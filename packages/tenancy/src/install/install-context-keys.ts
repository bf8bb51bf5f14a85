import { contextKey } from '../context-key.ts';
import type { Query } from '../query.ts';
import { InstallRefused } from './install-refused.ts';

/**
 * Gives the database what it needs to verify contexts. During a rotation the previous key stays valid beside the new one.
 * @throws InstallRefused if the database knows keys, and neither of these: the programs that sign with them would be shut out.
 */
export async function installContextKeys(query: Query, key: Buffer, previousKey?: Buffer): Promise<void> {
  const valid = [key, ...(previousKey ? [previousKey] : [])].map(contextKey);
  const known = (await query<{ id: string }>('select id from tenancy.context_keys')).map((row) => row.id);
  if (known.length > 0 && !valid.some(({ id }) => known.includes(id))) {
    throw new InstallRefused('unknown-key', 'The context key does not fit this database: neither it nor the previous one is known there.');
  }
  for (const { id, innerPad, outerPad } of valid) {
    await query('insert into tenancy.context_keys (id, inner_pad, outer_pad) values ($1, $2, $3) on conflict do nothing', [
      id,
      innerPad,
      outerPad,
    ]);
  }
  const [current, previous = current] = valid.map(({ id }) => id);
  await query('delete from tenancy.context_keys where id not in ($1, $2)', [current, previous]);
}
