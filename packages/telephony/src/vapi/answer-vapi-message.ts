import { cleanText } from '../clean-text.ts';
import { valueAt } from './json-value.ts';
import { typeOf } from './type-of.ts';

const NO_ASSISTANT = 'Sorry, nobody can take this call right now. Please try again later.';
const NO_TRANSFER = "This call can't be transferred from here.";
const NO_TOOL = "This tool isn't available.";

/**
 * The body to answer with. Ringfence watches calls and steers none: whoever asks for an assistant, a tool or a transfer is told so in
 * the form that Vapi expects within seconds; every other message gets `{}`.
 * Source: Vapi, "Server events", and the schemas ServerMessageResponse…
 */
export function answerVapiMessage(content: unknown): Record<string, unknown> {
  switch (typeOf(content)) {
    case 'assistant-request':
      return { error: NO_ASSISTANT };
    case 'tool-calls':
      return { results: toolCalls(content).map((toolCall) => ({ ...toolCall, error: NO_TOOL })) };
    case 'transfer-destination-request':
    case 'handoff-destination-request':
      return { error: NO_TRANSFER };
    case 'knowledge-base-request':
      return { documents: [] };
    default:
      return {};
  }
}

/** The calls that want a result, from the list that this generation of Vapi fills. */
function toolCalls(content: unknown): { name: string; toolCallId: string }[] {
  const lists = ['toolCallList', 'toolCalls', 'toolWithToolCallList'].map((name) => valueAt(content, 'message', name));
  const list = lists.find((candidate) => Array.isArray(candidate) && candidate.length > 0);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const toolCall = valueAt(entry, 'toolCall') ?? entry;
    const toolCallId = cleanText(valueAt(toolCall, 'id'), 200);
    const name = cleanText(valueAt(toolCall, 'function', 'name') ?? valueAt(toolCall, 'name') ?? valueAt(entry, 'name'), 200);
    return toolCallId === null ? [] : [{ name: name ?? '', toolCallId }];
  });
}
