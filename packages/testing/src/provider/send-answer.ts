import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { Failing } from './create-faults.ts';
import type { ProviderRecording } from './provider-call.ts';
import { soundBytes, soundChunks } from './recording-sound.ts';

/** Sends an answer, or what a fault makes of it. Resolves when all that will be sent is sent. */
export async function sendAnswer(response: ServerResponse, answer: Answer, failing: Failing | null): Promise<void> {
  if (failing && 'status' in failing) return sendStatus(response, failing);
  if (failing?.how === 'late') return pause(failing.delayMs).then(() => sendAnswer(response, answer, null));
  if (failing?.how === 'hang-up' || (failing && !('sound' in answer))) return void response.destroy();
  if ('sound' in answer) return sendSound(response, answer.sound, failing);
  if ('location' in answer) return void response.writeHead(answer.status, { location: answer.location }).end();
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json));
}

function sendStatus(response: ServerResponse, { status, retryAfter }: Extract<Failing, { status: number }>): void {
  const wait = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  response.writeHead(status, { 'content-type': 'application/json', ...wait }).end(JSON.stringify({ status }));
}

async function sendSound(response: ServerResponse, sound: ProviderRecording, failing: Failing | null): Promise<void> {
  response.writeHead(200, { 'content-type': 'audio/x-wav', 'content-length': soundBytes(sound) });
  if (failing === null) {
    await pipeline(Readable.from(soundChunks(sound)), response).catch(unlessHungUp);
    return;
  }
  const [header = Buffer.alloc(0), first = Buffer.alloc(0)] = soundChunks(sound);
  const { promise, resolve } = Promise.withResolvers<void>();
  response.write(Buffer.concat([header, first.subarray(0, Math.floor(first.length / 2))]), () => resolve());
  await promise;
  if ('how' in failing && failing.how === 'cut') response.destroy();
}

/** A worker that was killed doesn't take its sound to the end. */
function unlessHungUp(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE' && code !== 'ERR_STREAM_UNABLE_TO_PIPE')
    throw error;
}
