import { isProof, type Rule } from './source-file.ts';

/** The launcher has no packages yet to check anything with, and a tool's configuration is read by the tool. */
const EXCEPTED = /(^|\/)env\.ts$|^launch\/|\.config\.ts$|^vitest\.global-setup\.ts$/;

/** Every variable is read once, by a schema, in an `env.ts`. */
export const environmentAccess: Rule = (files) =>
  files
    .filter((file) => !EXCEPTED.test(file.path) && !isProof(file) && /\bprocess\.env\b/.test(file.source))
    .map(({ path }) => `${path} reads process.env`);
