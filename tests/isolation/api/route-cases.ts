import { postTwilio, recordingCallback, statusCallback, type TwilioForm } from '@ringfence/testing/telephony';
import type { TestPlatform } from '@ringfence/testing/platform';
import { type Answer, answerTo } from './answer.ts';
import type { AttackedPlatform } from './attacked-platform.ts';
import type { Member } from './member.ts';
import { callProcedure } from './call-procedure.ts';
import type { Names } from './names.ts';
import { postAuth, signIn } from './sign-in.ts';

/** One member asks a route about things by name, with all that this member holds: token, cookie, secret, link. */
export interface RouteCase {
  /** What the owner of the names is answered with. */
  readonly status: number;
  ask(world: AttackedPlatform, member: Member, names: Names): Promise<Answer>;
  /** What of an answer is the same at every asking, where not all of it is. */
  readonly comparable?: (answer: Answer) => unknown;
}

/** A route that can be told no name: whoever asks puts one wherever it might be looked for. */
function nameless(path: string, comparable: RouteCase['comparable'] = (answer) => answer): RouteCase {
  return {
    status: 200,
    comparable,
    ask: ({ platform }, { token, cookie }, { orgId }) =>
      answerTo(`${platform.url}${path}?org_id=${orgId}&orgId=${orgId}`, {
        headers: { authorization: `Bearer ${token}`, cookie: `${cookie}; org_id=${orgId}`, 'x-org-id': orgId },
      }),
  };
}

/** Numbers go on from one look to the next: what is counted stays. */
function countedThings({ status, body }: Answer): unknown {
  return { status, things: body.split('\n').filter((line) => line.startsWith('# TYPE')) };
}

/** Of a token what it says counts: it is signed anew each time. */
function organizationOfToken({ status, body }: Answer): unknown {
  const [, claims = ''] = (JSON.parse(body) as { token?: string }).token?.split('.') ?? [];
  const { app_metadata: metadata } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { app_metadata?: unknown };
  return { status, metadata };
}

function webhook(path: string, form: (names: Names) => TwilioForm): RouteCase {
  return {
    status: 204,
    ask: async ({ platform: { url, publicUrl } }, { seeded }, names) =>
      answerOf(
        await postTwilio({
          url,
          publicUrl,
          path: `/webhooks/twilio/${names.connectionId}/${path}`,
          secret: seeded.secret,
          form: form(names),
        }),
      ),
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)));
  return { status: response.status, headers, body: await response.text() };
}

/** From the mail to an address, as whoever sits at the machine reads it. */
async function resetTokenOf(platform: TestPlatform, email: string): Promise<string> {
  await answerTo(...postAuth(platform, '/auth/request-password-reset', { email }));
  const mails = JSON.parse((await answerTo(`${platform.url}/dev/mailbox`)).body) as { to: string; link: string }[];
  const link = mails.find(({ to }) => to === email)?.link ?? '';
  return new URL(link).searchParams.get('token') ?? '';
}

function audio(method: 'GET' | 'HEAD'): RouteCase {
  return {
    status: 200,
    ask: async ({ platform: { url } }, { seeded, token }, { recordingId }) => {
      const link = await callProcedure(url, 'query', 'recordings.link', token, { recordingId: seeded.recordingId });
      const own = (JSON.parse(link.body) as { result: { data: { url: string } } }).result.data.url;
      return answerTo(url + own.replace(seeded.recordingId, recordingId), { method });
    },
  };
}

/** One for every route of the server: a route without an entry fails the matrix. */
export const ROUTE_CASES: Readonly<Record<string, RouteCase>> = {
  'GET /healthz': nameless('/healthz'),
  'GET /readyz': nameless('/readyz'),
  'GET /metrics': nameless('/metrics', countedThings),
  'GET /auth/get-session': nameless('/auth/get-session', ({ status, body }) => ({ status, body })),
  'GET /auth/token': nameless('/auth/token', organizationOfToken),
  'GET /auth/jwks': nameless('/auth/jwks'),
  'POST /auth/sign-in/email': {
    status: 200,
    ask: ({ platform }, { account }, { email }) =>
      answerTo(
        ...postAuth(platform, '/auth/sign-in/email', {
          email,
          password: email === account.email ? account.password : 'not the password',
        }),
      ),
  },
  'POST /auth/sign-up/email': {
    status: 200,
    ask: ({ platform }, _member, { email }) =>
      answerTo(...postAuth(platform, '/auth/sign-up/email', { name: 'Somebody', email, password: 'another password' })),
  },
  'POST /auth/request-password-reset': {
    status: 200,
    ask: ({ platform }, _member, { email }) => answerTo(...postAuth(platform, '/auth/request-password-reset', { email })),
  },
  'POST /auth/update-user': {
    status: 200,
    ask: async ({ platform }, { account }, { orgId }) =>
      answerTo(
        ...postAuth(platform, '/auth/update-user', { name: 'Owner' }, { cookie: await signIn(platform, account), 'x-org-id': orgId }),
      ),
    comparable: ({ status, body }) => ({ status, body }),
  },
  'POST /auth/sign-out': {
    status: 200,
    ask: async ({ platform }, { account }, { orgId }) =>
      answerTo(...postAuth(platform, '/auth/sign-out', {}, { cookie: await signIn(platform, account), 'x-org-id': orgId })),
  },
  'GET /trpc/:path': {
    status: 200,
    ask: ({ platform }, { token }, { callId }) => callProcedure(platform.url, 'query', 'calls.get', token, { id: callId }),
  },
  'POST /trpc/:path': {
    status: 200,
    ask: ({ platform }, { token }, { orgId }) => callProcedure(platform.url, 'mutation', 'session.switch', token, { orgId }),
  },
  'POST /webhooks/twilio/:connectionId/status': webhook('status', () => statusCallback({ phone: '+4915112345678' })),
  'POST /webhooks/twilio/:connectionId/recording': webhook('recording', () => recordingCallback({ callSid: `CA${'a'.repeat(32)}` })),
  'POST /webhooks/vapi/:connectionId': {
    status: 200,
    ask: ({ platform }, { seeded }, { vapiConnectionId }) =>
      answerTo(`${platform.url}/webhooks/vapi/${vapiConnectionId}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-vapi-secret': seeded.secret },
        body: '{"message":{"type":"hang"}}',
      }),
  },
  'GET /recordings/:recordingId/audio': audio('GET'),
  'HEAD /recordings/:recordingId/audio': audio('HEAD'),
  'GET /dev/mailbox': {
    status: 404,
    ask: async ({ platform }, { token }, { orgId }) => {
      const headers = { authorization: `Bearer ${token}`, 'x-org-id': orgId };
      const { statusCode, body } = await platform.server.app.inject({ url: '/dev/mailbox', headers, remoteAddress: '203.0.113.9' });
      return { status: statusCode, headers: {}, body };
    },
  },
  // Last, since these end sessions.
  'POST /auth/change-password': {
    status: 200,
    ask: async ({ platform }, { account, seeded }, { orgId }) => {
      const currentPassword = orgId === seeded.orgId ? account.password : 'not the password';
      const change = { currentPassword, newPassword: account.password };
      return answerTo(...postAuth(platform, '/auth/change-password', change, { cookie: await signIn(platform, account) }));
    },
  },
  'POST /auth/reset-password': {
    status: 200,
    ask: async ({ platform }, { account }, { email }) => {
      const token = email === account.email ? await resetTokenOf(platform, email) : 'not a token';
      return answerTo(...postAuth(platform, '/auth/reset-password', { token, newPassword: account.password }));
    },
  },
};
