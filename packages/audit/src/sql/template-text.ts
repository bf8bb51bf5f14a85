import type { ESTree } from '@oxlint/plugins';

/** SQL as it is written, in lower case, without comments and quoted texts; each expression in it stands as a marker. */
export interface TemplateText {
  readonly text: string;
  readonly expressions: readonly ESTree.Node[];
}

export function templateText({ quasis, expressions }: Extract<ESTree.Node, { type: 'TemplateLiteral' }>): TemplateText {
  const pieces = quasis.map(({ value }, index) => `${value.raw}${index < expressions.length ? `\uE000${index}\uE001` : ''}`);
  return { text: plainSql(pieces.join('')), expressions };
}

/** SQL in lower case, with its comments and quoted texts blanked, so that words in it are words of SQL. */
function plainSql(sql: string): string {
  return sql
    .replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, `''`)
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}
