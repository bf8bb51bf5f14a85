import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ScriptedServer {
  readonly url: string;
  /** Everything that was asked of it, in order. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** A server that gives the answers it was told, one after another; the last one for ever. */
export async function scriptedServer(
  answers: readonly ((response: ServerResponse, asked: Asked) => void)[],
  port = 0,
): Promise<ScriptedServer> {
  const asked: Asked[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const one = { method, headers, url: new URL(request.url ?? '', 'http://server'), body: await text(request) };
    asked.push(one);
    answers[Math.min(asked.length, answers.length) - 1]?.(response, one);
  }
  const server = createServer((request, response) => void answer(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await promiseOfClose(server);
    },
  };
}

function promiseOfClose(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** An answer for every entry of a batch: data, or an error of a code and what it says beside. */
export function batchOf(...entries: readonly (object | { readonly error: string; readonly data?: object })[]) {
  return (response: ServerResponse) => {
    response.writeHead(207, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        entries.map((entry) =>
          'error' in entry && typeof entry.error === 'string' ? errorOf(entry.error, entry) : { result: { data: entry } },
        ),
      ),
    );
  };
}

/** One error for the whole request, as tRPC tells it. */
export function refusalOf(httpStatus: number, code: string, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => {
    response.writeHead(httpStatus, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(errorOf(code, { data: { httpStatus } })));
  };
}

function errorOf(code: string, entry: object) {
  const more = 'data' in entry && typeof entry.data === 'object' ? entry.data : {};
  return { error: { code: -32000, message: `told: ${code}`, data: { code, httpStatus: 400, ...more } } };
}
