import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';
import { Pool } from 'pg';

const bodies = pgTable('bench_bodies', { id: integer('id').generatedAlwaysAsIdentity(), body: text('body').notNull() });

/** The peer: stores what comes with Drizzle as shipped, and answers once it is durable. */
export async function startPlainReceiver(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  await pool.query('create table if not exists public.bench_bodies (id integer generated always as identity, body text not null)');
  const db = drizzle(pool);
  const server = createServer((request, response) => {
    readText(request)
      .then((body) => db.insert(bodies).values({ body }))
      .then(
        () => response.writeHead(204).end(),
        () => response.writeHead(500).end(),
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the receiver has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}
