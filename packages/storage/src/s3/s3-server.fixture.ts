import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import S3rver from '@20minutes/s3rver';
import { vi } from 'vitest';

/** What becomes of a request instead of its own answer. */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  /** The connection breaks before anything is answered. */
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'silence' }
  /** The server does what it was asked, and nobody hears of it. */
  | { readonly kind: 'lose-answer' }
  /** The answer's body breaks off after so many bytes. */
  | { readonly kind: 'break-off'; readonly afterBytes: number }
  /** Headers are added to the answer. */
  | { readonly kind: 'add'; readonly headers: Readonly<Record<string, string>> };

export interface TestBucket {
  readonly storageUrl: string;
  /** Of every request since the last `clear`, method and query. */
  readonly asked: string[];
  /** Decides for each request; null lets it through. */
  fault: (request: { method: string; path: string; query: string }) => Fault | null;
  /** The bucket as it is, past every fault. */
  readonly directUrl: string;
  clear(): void;
  close(): Promise<void>;
}

const KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/** An S3 server with an empty bucket, behind a door that can fail in every way a network and a provider do. */
export async function s3Server(): Promise<TestBucket> {
  for (const [name, value] of Object.entries(KEYS)) vi.stubEnv(name, value);
  const directory = await mkdtemp(join(tmpdir(), 'ringfence-s3-'));
  const s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    // It gets the signature of a listing wrong, by the slash behind a bucket's name.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: 'sound', configs: [] }],
  });
  const { port: directPort } = await s3.run();
  const bucket: TestBucket = {
    storageUrl: '',
    directUrl: urlOf(directPort),
    asked: [],
    fault: () => null,
    clear() {
      bucket.asked.length = 0;
      bucket.fault = () => null;
    },
    async close() {
      vi.unstubAllEnvs();
      await Promise.all([closeServer(door), closeServer(s3.httpServer)]);
      await rm(directory, { recursive: true, force: true });
    },
  };
  const door = createServer((request, response) => void pass(bucket, directPort, request, response));
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return Object.assign(bucket, { storageUrl: urlOf((door.address() as AddressInfo).port) });
}

function urlOf(port: number): string {
  return `s3://sound/customer/one?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}&region=eu-central-1`;
}

async function pass(bucket: TestBucket, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const method = request.method ?? '';
  bucket.asked.push(`${method} ${query}`.trim());
  const fault = bucket.fault({ method, path, query });
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'hang-up') return void request.socket.destroy();
  if (fault?.kind === 'answer') {
    request.resume();
    await once(request, 'end');
    response.writeHead(fault.status, { 'content-type': 'application/xml' }).end(method === 'HEAD' ? '' : fault.body);
    return;
  }
  const { url, headers } = request;
  const onward = ask({ port, host: '127.0.0.1', method, path: url, headers });
  request.pipe(onward);
  onward.on('error', () => response.destroy());
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  if (fault?.kind === 'lose-answer') return void request.socket.destroy();
  response.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...(fault?.kind === 'add' ? fault.headers : {}) });
  if (fault?.kind !== 'break-off') return pipeline(answer, response).catch(() => undefined);
  let sent = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    const rest = chunk.subarray(0, fault.afterBytes - sent);
    sent += rest.length;
    response.write(rest);
    if (sent >= fault.afterBytes) break;
  }
  response.socket?.destroySoon();
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  await promise;
}
