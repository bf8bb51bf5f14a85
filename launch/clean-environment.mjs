import path from 'node:path';

const KEPT_NPM_SETTINGS = /^npm_config_(.*registry|https?_proxy|proxy|no_?proxy|ca|cafile|strict_ssl|cache)$/i;

/** The environment without what `npm run` leaks into it, which pnpm and nested npm would take for their own settings. */
export function cleanEnvironment(searchPath = []) {
  const kept = Object.entries(process.env).filter(([name]) => !isLeaked(name));
  const PATH = [...searchPath, process.env.PATH ?? ''].join(path.delimiter);
  return { ...Object.fromEntries(kept), PATH };
}

function isLeaked(name) {
  if (KEPT_NPM_SETTINGS.test(name)) return false;
  return /^npm_/i.test(name) || name === 'INIT_CWD' || name === 'NODE';
}
