import type { DemoMessage } from '../calls/demo-message.ts';

/** A server message as Vapi posts it. */
export function jsonMessage(at: Date, message: Record<string, unknown>): DemoMessage {
  const body = Buffer.from(JSON.stringify({ message: { ...message, timestamp: at.getTime() } }), 'utf8');
  return { provider: 'vapi', route: 'message', contentType: 'application/json', body, at };
}
