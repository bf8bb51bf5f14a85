const LIMIT_MS = 5_000;
const LIMIT_BYTES = 256 * 1024;

/** The JSON at an address: what comes slowly, is large, or points elsewhere is an error. */
export async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
    headers: { accept: 'application/json' },
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`answered with ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | [] = response.body ?? [];
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES) throw new Error(`is larger than ${LIMIT_BYTES} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
}
