import { Forbidden, PERMISSIONS } from '@ringfence/domain';
import type { RecordingLinks } from '@ringfence/identity';
import { findStoredRecording, type StoredRecording } from '@ringfence/platform/recordings';
import type { Storage } from '@ringfence/storage';
import type { Tenancy } from '@ringfence/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readRange } from './read-range.ts';

export interface RecordingDependencies {
  readonly tenancy: Tenancy;
  readonly links: Pick<RecordingLinks, 'verify'>;
  readonly storage: Pick<Storage, 'open'>;
}

interface Address {
  readonly recordingId: string;
  readonly token: string;
}

/** In one set of words, whatever was wrong: the id tells nothing. */
const REFUSED = 'This link is not valid any more. Open the call again.';

/** Sound for whoever holds a link and is still a member. */
export function recordingRoutes(app: FastifyInstance, { tenancy, links, storage }: RecordingDependencies): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'private, no-store');
  });
  app.route<{ Params: { recordingId: string }; Querystring: { token?: unknown } }>({
    method: ['GET', 'HEAD'],
    url: '/recordings/:recordingId/audio',
    handler: async (request, reply) => {
      const { recordingId } = request.params;
      const { token } = request.query;
      const recording = await find({ recordingId, token: typeof token === 'string' ? token : '' });
      request.told['recordingId'] = recording.id;
      return answer(recording, request, reply);
    },
  });

  async function find({ recordingId, token }: Address): Promise<StoredRecording> {
    const holder = links.verify(recordingId, token);
    if (!holder) throw new Forbidden(REFUSED);
    try {
      return await tenancy.readInTenant(holder, (db) => findStoredRecording(db, { recordingId }), {
        roles: PERMISSIONS['recordings.play'],
      });
    } catch (error) {
      throw error instanceof Forbidden ? new Forbidden(REFUSED) : error;
    }
  }

  async function answer(recording: StoredRecording, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { sizeBytes } = recording;
    const range = readRange(request.headers.range, sizeBytes);
    reply.headers({ ...headersOf(recording), 'accept-ranges': 'bytes' });
    if (range.kind === 'outside') {
      return reply
        .code(416)
        .header('content-range', `bytes */${sizeBytes}`)
        .type('application/json')
        .send({ code: 'range', message: 'The sound is shorter.' });
    }
    const { start, end } = range.kind === 'part' ? range : { start: 0, end: sizeBytes - 1 };
    if (range.kind === 'part') reply.code(206).header('content-range', `bytes ${start}-${end}/${sizeBytes}`);
    reply.header('content-length', end - start + 1);
    if (request.method === 'HEAD') return reply.send();
    return reply.send(await storage.open(recording.objectKey, { start, end }));
  }
}

/** Nothing but sound, wherever it is opened: an attachment, of the type that was found when it was stored, in a sandbox. */
function headersOf({ id, contentType }: StoredRecording): Record<string, string> {
  const isSound = /^audio\/[a-z0-9.+-]+$/.test(contentType);
  return {
    'content-disposition': `attachment; filename="recording-${id}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': isSound ? contentType : 'application/octet-stream',
  };
}
