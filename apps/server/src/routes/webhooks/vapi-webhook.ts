import { answerVapiMessage, vapiReader, verifyVapiSecret } from '@ringfence/telephony/vapi';
import type { WebhookKind } from './webhook-kind.ts';

/** Vapi's server messages. */
export const vapiMessage: WebhookKind<unknown> = {
  provider: 'vapi',
  url: '/webhooks/vapi/:connectionId',
  refusalOf({ headers }, secret) {
    const given = headers['x-vapi-secret'];
    const { authorization } = headers;
    if (given === undefined && authorization === undefined) return 'unsigned';
    return verifyVapiSecret(secret, { secret: typeof given === 'string' ? given : undefined, authorization }) ? null : 'wrong-signature';
  },
  parse({ body }) {
    try {
      return { content: JSON.parse(body.toString('utf8')) as unknown };
    } catch {
      return null;
    }
  },
  reader: vapiReader,
  answer: answerVapiMessage,
};
