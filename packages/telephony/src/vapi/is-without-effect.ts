/** Source: Vapi's OpenAPI document, the schemas ServerMessage…; `function-call` is the older name of tool calls. */
const WITHOUT_EFFECT = new Set([
  'assistant-request',
  'assistant.speechStarted',
  'assistant.started',
  'call.artifact.upload',
  'call.delete.failed',
  'call.deleted',
  'call.endpointing.request',
  'campaign.predial',
  'chat.created',
  'chat.deleted',
  'conversation-update',
  'function-call',
  'handoff-destination-request',
  'hang',
  'knowledge-base-request',
  'language-change-detected',
  'language-changed',
  'model-output',
  'phone-call-control',
  'session.created',
  'session.deleted',
  'session.updated',
  'speech-update',
  'tool-calls',
  'tool.completed',
  'transcript',
  'transfer-destination-request',
  'transfer-update',
  'user-interrupted',
  'voice-input',
  'voice-request',
]);

/** Whether a type of message is known and tells nothing that a call keeps. */
export function isWithoutEffect(type: string): boolean {
  return WITHOUT_EFFECT.has(type);
}
