import { PermanentFailure } from '@ringfence/domain/recordings';
import type { JobsOutside } from '@ringfence/platform/outside';
import { Readable } from 'node:stream';
import type { DemoCall } from '../calls/demo-call.ts';
import { recordingAddress as twilioAddress } from '../twilio/recording-address.ts';
import { recordingAddress as vapiAddress } from '../vapi/recording-address.ts';
import { soundOf } from './sound-of.ts';

/** Stands where providers' servers would: answers an address that a demo message named with the sound of that call. */
export function demoRecordingSource(slug: string, calls: readonly DemoCall[]): JobsOutside['recordingSource'] {
  const byAddress = new Map(
    calls.flatMap((call) => [
      [twilioAddress(slug, call.key), call],
      [vapiAddress(call.key), call],
    ]),
  );
  return {
    async open({ url }) {
      const call = byAddress.get(url);
      if (call?.recording !== 'kept') throw new PermanentFailure('gone', 'The provider no longer has this recording (404).');
      const sound = soundOf(call);
      return { stream: Readable.from([sound], { objectMode: false }), contentType: 'audio/x-wav', sizeBytes: sound.length };
    },
  };
}
