import { prefixed } from './prefixed.ts';

/** The same bytes, or nearly, in a spelling that the standard doesn't have. */
export function otherSpellings(genuine: string): Record<string, string> {
  const [header = '', payload = '', signature = ''] = genuine.split('.');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const strayBit = alphabet[alphabet.indexOf(signature.at(-1) ?? 'A') + 1] ?? 'B';
  return prefixed('spelling: ', {
    'stray bits at the end': `${header}.${payload}.${signature.slice(0, -1)}${strayBit}`,
    padding: `${header}.${payload}.${signature}==`,
    'padding of the header': `${header}=.${payload}.${signature}`,
    'a line feed': `${header}.${payload}.${signature}\n`,
    'a blank': `${header}.${payload} .${signature}`,
    'a zero byte': `${header}.${payload}.${signature}\0`,
    'two parts': `${header}.${payload}`,
    'four parts': `${genuine}.${signature}`,
    'five parts, like an encrypted token': `${genuine}.${signature}.${signature}`,
    'only dots': '..',
    'an empty header': `.${payload}.${signature}`,
    'an empty payload': `${header}..${signature}`,
    'JSON, flattened': JSON.stringify({ protected: header, payload, signature }),
    'JSON, general': JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
    'percent-encoded': encodeURIComponent(`${header}.${payload}.${signature}!`),
    'letters that look alike': genuine.replace('e', 'е'),
  });
}
