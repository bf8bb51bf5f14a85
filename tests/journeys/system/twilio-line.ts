import { newSid, postTwilio, recordingCallback, statusCallback, type TwilioForm } from '@ringfence/testing/telephony';

/** One call, as Twilio tells of it. */
export interface TwilioCall {
  readonly callSid: string;
  readonly phone: string;
}

/** A number that calls back to a connection. Each answers as Ringfence did. */
export interface TwilioLine {
  readonly webhookUrl: string;
  status(call: TwilioCall, status: string, sequence: number): Promise<Response>;
  /** Tells of a recording that `mediaUrl` keeps. */
  recording(call: TwilioCall, mediaUrl: string): Promise<Response>;
}

/** A Twilio account whose callbacks are signed with `authToken`. */
export function twilioLine(webhookUrl: string, authToken: string): TwilioLine {
  const { origin, pathname } = new URL(webhookUrl);
  function post(kind: 'status' | 'recording', form: TwilioForm): Promise<Response> {
    return postTwilio({ url: origin, publicUrl: origin, path: `${pathname}/${kind}`, secret: authToken, form });
  }
  return {
    webhookUrl,
    status: ({ callSid, phone }, status, sequence) => post('status', statusCallback({ callSid, phone, status, sequence })),
    recording({ callSid }, mediaUrl) {
      const recordingSid = newSid('RE');
      return post(
        'recording',
        recordingCallback({ callSid, recordingSid, url: `${mediaUrl}/2010-04-01/Accounts/AC0/Recordings/${recordingSid}` }),
      );
    },
  };
}

/** A call nobody has told of yet. */
export function newCall(phone: string): TwilioCall {
  return { callSid: newSid('CA'), phone };
}
