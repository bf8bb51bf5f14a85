export { answerVapiMessage } from './answer-vapi-message.ts';
export { vapiReader } from './vapi-reader.ts';
export { verifyVapiSecret } from './verify-vapi-secret.ts';
