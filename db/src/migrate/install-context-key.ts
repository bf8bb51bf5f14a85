import { contextKey, deriveKey } from '@ringfence/tenancy';
import type { Sql } from 'postgres';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';

/**
 * Gives the database what it needs to verify contexts. During a rotation the previous key stays valid beside the new one;
 * a key that the database doesn't know is refused, since everything sealed with another one would be lost.
 */
export async function installContextKey(sql: Sql, secretKey: Buffer, previousSecretKey: Buffer | undefined): Promise<void> {
  const current = contextKey(deriveKey(secretKey, 'context'));
  const previous = previousSecretKey && contextKey(deriveKey(previousSecretKey, 'context'));
  const known = (await sql<{ id: string }[]>`select id from tenancy.context_keys`).map((row) => row.id);
  const fits = known.length === 0 || known.includes(current.id) || (previous && known.includes(previous.id));
  if (!fits) {
    throw new ConfigurationFailure(
      'RINGFENCE_SECRET_KEY does not fit this database: expected the key it was first started with, or that one as RINGFENCE_SECRET_KEY_PREVIOUS.',
    );
  }
  const valid = previous ? [current, previous] : [current];
  for (const { id, innerPad, outerPad } of valid) {
    await sql`insert into tenancy.context_keys (id, inner_pad, outer_pad) values (${id}, ${innerPad}, ${outerPad}) on conflict do nothing`;
  }
  await sql`delete from tenancy.context_keys where id <> all (${valid.map(({ id }) => id)})`;
}
