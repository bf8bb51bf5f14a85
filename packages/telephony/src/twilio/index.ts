export { type FormFields, readForm } from './read-form.ts';
export { recordingReader } from './recording-reader.ts';
export { signTwilioRequest } from './sign-twilio-request.ts';
export { statusReader } from './status-reader.ts';
export { verifyTwilioSignature } from './verify-twilio-signature.ts';
