import { expect, test } from 'vitest';
import { InvalidInput } from '@ringfence/domain';
import type { MessageReader } from './message-reader.ts';
import { understand } from './understand.ts';

const message = { raw: Buffer.from('body'), content: null };
const DEDUPE_KEY = 'parked:230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5';

function readerThat(read: () => never): MessageReader<null> {
  return { kindOf: () => 'kind', read };
}

test("ATK-117: what isn't understood is parked with a reason, once for each body", () => {
  const reader = readerThat(() => {
    throw new InvalidInput('CallSid', 'is missing');
  });
  expect(understand(reader, message)).toEqual({
    kind: 'parked',
    dedupeKey: DEDUPE_KEY,
    messageKind: 'kind',
    reason: 'CallSid: is missing',
  });
});

test('a bug of ours costs no message, and shows nothing of it', () => {
  const reader = readerThat(() => {
    throw new TypeError('cannot read +14155550123');
  });
  expect(understand(reader, message)).toEqual({ kind: 'parked', dedupeKey: DEDUPE_KEY, messageKind: 'kind', reason: 'internal' });
});
