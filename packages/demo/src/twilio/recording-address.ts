import { accountSid } from './account-sid.ts';
import { recordingSid } from './recording-sid.ts';

/** Where Twilio would have a call's sound. */
export function recordingAddress(slug: string, key: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid(slug)}/Recordings/${recordingSid(key)}`;
}
