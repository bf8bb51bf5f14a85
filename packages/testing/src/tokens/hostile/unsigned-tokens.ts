import { encodePart } from './encode-part.ts';

type Json = Readonly<Record<string, unknown>>;

/** Without a signature, whatever the spelling (RFC 7519, 6). */
export function unsignedTokens(header: Json, claims: Json): Record<string, string> {
  const names = ['none', 'None', 'NONE', 'nOnE', 'none ', '', null, 'plain'];
  const forms = names.map((alg) => {
    const text = `${encodePart({ ...header, alg })}.${encodePart(claims)}`;
    return { [`alg ${alg}, and nothing signed`]: `${text}.`, [`alg ${alg}, and a signature of nothing`]: `${text}.AAAA` };
  });
  return Object.assign({ 'no alg': `${encodePart({ kid: header['kid'] })}.${encodePart(claims)}.AAAA` }, ...forms) as Record<
    string,
    string
  >;
}
