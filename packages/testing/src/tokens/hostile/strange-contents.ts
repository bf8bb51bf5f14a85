import type { TestIssuer } from '../open-issuer.ts';
import { prefixed } from './prefixed.ts';
import { encodePart } from './encode-part.ts';

/** Signed as it should be, with something else in it than claims. */
export function strangeContents(issuer: TestIssuer, genuine: string): Record<string, string> {
  const { header, claims } = issuer.good();
  const deep = `${'['.repeat(3_000)}${']'.repeat(3_000)}`;
  const withPayload = (payload: string) => issuer.craft(header, payload);
  const claimsText = JSON.stringify(claims);
  return prefixed('payload or header: ', {
    'a token in a token': issuer.craft({ ...header, cty: 'JWT' }, genuine),
    'a token in a token, untold': withPayload(genuine),
    'a payload that is a text': withPayload(JSON.stringify(claimsText)),
    'a payload that is a list': withPayload(`[${claimsText}]`),
    'a payload that is null': withPayload('null'),
    'a payload that is no JSON': withPayload(`${claimsText}}`),
    'a payload of nothing but depth': withPayload(deep),
    'a payload in UTF-16': `${encodePart(header)}.${Buffer.from(claimsText, 'utf16le').toString('base64url')}.AAAA`,
    'a payload with a byte order mark': withPayload(`\uFEFF${claimsText}`),
    'a header that is a list': issuer.craft([header], claims),
    'a header that is a text': issuer.craft(JSON.stringify('ES256'), claims),
    'a header that is null': issuer.craft('null', claims),
    'a header that is no JSON': issuer.craft('{"alg":"ES256"', claims),
    'a header with alg twice, none last': issuer.craft(`{"alg":"ES256","kid":"${String(header['kid'])}","alg":"none"}`, claims),
    'a payload with iss twice, another last': withPayload(`${claimsText.slice(0, -1)},"iss":"https://other.example/"}`),
    'too large': issuer.craft(header, { ...claims, more: 'x'.repeat(9_000) }),
  });
}
