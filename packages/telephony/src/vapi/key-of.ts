import { digestOf } from '../digest-of.ts';

/** What makes two messages the same: their content, but for the addresses that Vapi signs anew at each delivery. */
export function keyOf(type: string, raw: Uint8Array): string {
  const told = Buffer.from(raw)
    .toString('latin1')
    .replaceAll(/"presigned[A-Za-z]{1,40}"\s*:\s*"(?:[^"\\]|\\.)*"/gs, '');
  return `${type}:${digestOf(told)}`;
}
