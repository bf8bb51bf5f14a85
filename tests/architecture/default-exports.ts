import type { Rule } from './source-file.ts';

/** Tools ask for these. */
const ASKED_FOR = /\.config\.ts$|^vitest\.global-setup\.ts$|^packages\/audit\/src\/eslint\/index\.ts$/;

export const defaultExports: Rule = (files) =>
  files
    .filter(({ path, source }) => !ASKED_FOR.test(path) && /^export default\b|^export \{[^}]*\bas default\b/m.test(source))
    .map(({ path }) => `${path} has a default export`);
