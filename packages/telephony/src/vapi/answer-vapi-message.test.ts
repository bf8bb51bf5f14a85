import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedData, WITHOUT_SHARED_DATA } from '../shared-data.fixture.ts';
import { answerVapiMessage } from './answer-vapi-message.ts';

describe('a message that wants an answer', () => {
  test('for an assistant gets a sentence to speak', () => {
    expect(answerVapiMessage({ message: { type: 'assistant-request' } })).toEqual({ error: expect.stringMatching(/^Sorry/) });
  });

  test('for tools gets a result for each call, in the older and the newer shape', () => {
    const older = [{ id: 'a', type: 'function', function: { name: 'book' } }];
    const newer = [{ id: 'b', name: 'cancel', parameters: {} }, { name: 'without id' }];
    expect(answerVapiMessage({ message: { type: 'tool-calls', toolCalls: older } })).toEqual({
      results: [{ name: 'book', toolCallId: 'a', error: expect.any(String) }],
    });
    expect(answerVapiMessage({ message: { type: 'tool-calls', toolCalls: older, toolCallList: newer } })).toEqual({
      results: [{ name: 'cancel', toolCallId: 'b', error: expect.any(String) }],
    });
    expect(answerVapiMessage({ message: { type: 'tool-calls', toolWithToolCallList: [{ name: 'book', toolCall: { id: 'c' } }] } })).toEqual(
      {
        results: [{ name: 'book', toolCallId: 'c', error: expect.any(String) }],
      },
    );
    expect(answerVapiMessage({ message: { type: 'tool-calls' } })).toEqual({ results: [] });
  });

  test('for a transfer or for knowledge gets none', () => {
    expect(answerVapiMessage({ message: { type: 'transfer-destination-request' } })).toEqual({ error: expect.any(String) });
    expect(answerVapiMessage({ message: { type: 'knowledge-base-request' } })).toEqual({ documents: [] });
  });

  test('in the recorded messages is answered', ({ skip }) => {
    const folder = sharedData('webhooks/vapi');
    if (!folder) return skip(WITHOUT_SHARED_DATA);
    const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
    expect(answerVapiMessage(read('tool-calls-phone-call'))).toMatchObject({
      results: [{ name: 'getWeatherByCity_002', toolCallId: 'call_mrf9' }],
    });
    expect(answerVapiMessage(read('tool-calls-web-call'))).toMatchObject({
      results: [{ name: 'getWeatherByCity_001', toolCallId: 'call_51kj' }],
    });
    expect(answerVapiMessage(read('end-of-call-report'))).toEqual({});
  });
});

test('everything else, whatever it is, is answered with {}', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (content) => {
      expect(answerVapiMessage(content)).toEqual({});
    }),
  );
});
