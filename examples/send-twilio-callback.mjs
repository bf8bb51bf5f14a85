// Sends the callbacks of one inbound call to a connection, signed as Twilio signs them. Plain Node 20 or newer:
//   node examples/send-twilio-callback.mjs WEBHOOK_URL SECRET [FROM_NUMBER]
import { createHmac, randomBytes } from 'node:crypto';

const [webhookUrl, secret, from = '+14155550123'] = process.argv.slice(2);
if (!webhookUrl || !secret) {
  console.error('usage: node examples/send-twilio-callback.mjs WEBHOOK_URL SECRET [FROM_NUMBER]');
  process.exit(2);
}

const callSid = `CA${randomBytes(16).toString('hex')}`;
const talkSeconds = 4;

/** Twilio's signature: base64 of HMAC-SHA1 over the address and each parameter's name and value, sorted by name. */
function sign(address, parameters) {
  const told = Object.keys(parameters)
    .sort()
    .reduce((text, name) => text + name + parameters[name], address);
  return createHmac('sha1', secret).update(told).digest('base64');
}

async function send(sequence, status, more = {}) {
  const parameters = {
    AccountSid: `AC${'0'.repeat(32)}`,
    CallSid: callSid,
    CallStatus: status,
    Direction: 'inbound',
    From: from,
    To: '+15125550188',
    SequenceNumber: String(sequence),
    Timestamp: new Date().toUTCString().replace('GMT', '+0000'),
    CallbackSource: 'call-progress-events',
    ...more,
  };
  const address = `${webhookUrl}/status`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'X-Twilio-Signature': sign(address, parameters) },
    body: new URLSearchParams(parameters),
  });
  console.log(`${status}: ${answer.status}`);
}

const seconds = (count) => new Promise((resolve) => setTimeout(resolve, count * 1000));

await send(0, 'ringing');
await seconds(2);
await send(1, 'in-progress');
await seconds(talkSeconds);
await send(2, 'completed', { CallDuration: String(talkSeconds), Duration: '1' });
