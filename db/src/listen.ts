import postgres from 'postgres';

/** Notifications of one channel, over a connection of its own that reconnects by itself. Needs a direct address, no pooler. */
export async function listen(
  databaseUrl: string,
  channel: string,
  onPayload: (payload: string) => void,
  onListening: () => void = () => {},
): Promise<{ stop(): Promise<void> }> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'ringfence-listen' } });
  await sql.listen(channel, onPayload, onListening);
  return { stop: () => sql.end({ timeout: 1 }) };
}
