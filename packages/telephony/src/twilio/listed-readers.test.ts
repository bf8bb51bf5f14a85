import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedData, WITHOUT_SHARED_DATA } from '../shared-data.fixture.ts';
import { understand } from '../understand.ts';
import { listedCallReader } from './listed-call-reader.ts';
import { listedRecordingReader } from './listed-recording-reader.ts';

const calls = sharedData('webhooks/twilio/rest-calls-list.json');
const recordings = sharedData('webhooks/twilio/rest-recordings-list.json');
const exported = sharedData('call-records/twilio/bulk-export-2017-06-20.jsonl');

function read(reader: typeof listedCallReader, item: unknown) {
  return understand(reader, { raw: Buffer.from(JSON.stringify(item)), content: item });
}

describe.skipIf(!calls || !recordings || !exported)(`Twilio's own examples (${WITHOUT_SHARED_DATA})`, () => {
  test('its list of calls', () => {
    const { calls: items } = JSON.parse(readFileSync(calls ?? '', 'utf8')) as { calls: unknown[] };
    expect(items.map((item) => read(listedCallReader, item))).toMatchObject([
      {
        event: {
          leg: { status: 'voicemail', direction: 'outbound', parentReference: 'CAdeadbeefdeadbeefdeadbeefdeadbeef', talkSeconds: 4 },
          to: { number: '+13051913581' },
        },
      },
      { event: { leg: { status: 'completed', direction: 'inbound', startedAt: new Date('2019-10-18T16:00:01Z') } } },
    ]);
  });

  test('its list of recordings: encrypted, though the example is not', () => {
    const { recordings: items } = JSON.parse(readFileSync(recordings ?? '', 'utf8')) as { recordings: unknown[] };
    expect(read(listedRecordingReader, items[0])).toMatchObject({
      event: { recording: { url: expect.stringMatching(/^https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC/), channels: 1 } },
    });
  });

  test('sixty calls in ISO 8601', () => {
    const items = readFileSync(exported ?? '', 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const kinds = items.map((item) => read(listedCallReader, item).kind);
    expect(kinds).toEqual(items.map(() => 'event'));
  });
});

test('an entry of a status that nobody foresaw is parked, and names the field', () => {
  expect(read(listedCallReader, { sid: 'CA1', status: 'teleported' })).toMatchObject({
    kind: 'parked',
    reason: 'status: is not a known status',
  });
  expect(read(listedCallReader, null)).toMatchObject({ kind: 'parked' });
});

test('a recording that is gone is known, and nothing is fetched', () => {
  const item = { sid: 'RE1', call_sid: 'CA1', account_sid: 'AC1', status: 'deleted' };
  expect(read(listedRecordingReader, item)).toMatchObject({ kind: 'ignored', messageKind: 'recording:deleted' });
});
