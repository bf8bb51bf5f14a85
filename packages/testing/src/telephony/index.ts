export { postTwilio, type TwilioPost } from './post-twilio.ts';
export { postVapi, type VapiPost } from './post-vapi.ts';
export { type CallbackFacts, newSid, recordingCallback, statusCallback, type TwilioForm } from './twilio-callback.ts';
