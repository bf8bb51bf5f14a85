import { prefixed } from './prefixed.ts';
import { encodePart } from './encode-part.ts';

type Json = Readonly<Record<string, unknown>>;

/** Order of the curve P-256: a signature whose halves are this is one of zeros (CVE-2022-21449). */
const CURVE_ORDER = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';

/** The token with something else where its signature was. */
export function brokenSignatures(genuine: string): Record<string, string> {
  const [header = '', payload = '', signature = ''] = genuine.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const other = encodePart({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json), sub: 'auth0|victim' });
  const forms: Record<string, string | Buffer> = {
    'left out': '',
    'of zeros': Buffer.alloc(64),
    'of the order of the curve': Buffer.from(CURVE_ORDER.repeat(2), 'hex'),
    'of ones': Buffer.alloc(64, 0xff),
    'cut in half': bytes.subarray(0, 32),
    twice: Buffer.concat([bytes, bytes]),
    'with a byte more': Buffer.concat([bytes, Buffer.alloc(1)]),
    'with its halves exchanged': Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]),
    'in DER': Buffer.concat([Buffer.from([0x30, 0x44, 0x02, 0x20]), bytes.subarray(0, 32), Buffer.from([0x02, 0x20]), bytes.subarray(32)]),
  };
  return {
    ...prefixed(
      'a signature ',
      Object.fromEntries(
        Object.entries(forms).map(([what, form]) => [
          what,
          `${header}.${payload}.${typeof form === 'string' ? form : form.toString('base64url')}`,
        ]),
      ),
    ),
    'a signature of another payload': `${header}.${other}.${signature}`,
    'a signature of another header': `${encodePart({ alg: 'ES256' })}.${payload}.${signature}`,
  };
}
