import { ringfenceJson } from './run-ringfence.ts';
import { type TwilioLine, twilioLine } from './twilio-line.ts';

const AUTH_TOKEN = 'a2f1c0de5b7749b8a2f1c0de5b7749b8';

/** Connects an organisation to Twilio, as an operator does, and gives the line that calls back to it. */
export async function addTwilio(variables: Readonly<Record<string, string>>, orgId: string): Promise<TwilioLine> {
  const options = ['--org', orgId, '--provider', 'twilio', '--name', 'Test line', '--secret', AUTH_TOKEN];
  const { webhookUrl } = await ringfenceJson<{ webhookUrl: string }>(variables, 'connection', 'add', ...options);
  return twilioLine(webhookUrl, AUTH_TOKEN);
}
