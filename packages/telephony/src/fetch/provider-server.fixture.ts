import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RecordingSource } from '@ringfence/domain/recordings';
import { onTestFinished } from 'vitest';

export const ACCOUNT = `AC${'f0'.repeat(16)}`;
export const CALL = 'b1223960-1b4d-4585-91b8-a69b0f57ec2f';
export const SECRET = 'canary-auth-token';
export const FETCH_KEY = 'canary-fetch-key';
const RECORDING = `RE${'5e'.repeat(16)}`;
export const TWILIO_URL = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${RECORDING}`;

export interface ProviderServer {
  readonly host: string;
  readonly url: string;
  readonly requests: IncomingMessage[];
}

/** A provider on loopback that notes what it is asked, gone when the test ends. */
export async function providerServer(answer: RequestListener): Promise<ProviderServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}`, requests };
}

export function twilioSource(url: string, changes: Partial<RecordingSource> = {}): RecordingSource {
  return { provider: 'twilio', url, reference: RECORDING, accountId: ACCOUNT, secret: SECRET, fetchKey: null, ...changes };
}

export function vapiSource(url: string, changes: Partial<RecordingSource> = {}): RecordingSource {
  return { provider: 'vapi', url, reference: CALL, accountId: null, secret: SECRET, fetchKey: FETCH_KEY, ...changes };
}
