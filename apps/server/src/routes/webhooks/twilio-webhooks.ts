import type { MessageReader } from '@ringfence/telephony';
import { type FormFields, readForm, recordingReader, statusReader, verifyTwilioSignature } from '@ringfence/telephony/twilio';
import type { WebhookKind } from './webhook-kind.ts';

/** Twilio's voice status callback. */
export const twilioStatus = twilioWebhook('/webhooks/twilio/:connectionId/status', statusReader);

/** Twilio's recording status callback. */
export const twilioRecording = twilioWebhook('/webhooks/twilio/:connectionId/recording', recordingReader);

function twilioWebhook(url: string, reader: MessageReader<FormFields>): WebhookKind<FormFields> {
  return {
    provider: 'twilio',
    url,
    refusalOf({ headers, body, addresses }, secret) {
      const signature = headers['x-twilio-signature'];
      if (typeof signature !== 'string' || signature === '') return 'unsigned';
      const form = readForm(body);
      const isGenuine = addresses
        .map((address) => verifyTwilioSignature({ authToken: secret, url: address, form, signature }))
        .includes(true);
      return isGenuine ? null : 'wrong-signature';
    },
    parse: ({ contentType, body }) => (/^application\/x-www-form-urlencoded\b/i.test(contentType) ? { content: readForm(body) } : null),
    reader,
    answer: () => null,
  };
}
