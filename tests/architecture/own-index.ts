import { importsOf } from './imports-of.ts';
import { packageOfPath, resolveImport } from './place-of.ts';
import { isProof, type Rule } from './source-file.ts';

/** Inside a package one imports the file itself; an index puts a folder together for others, or hands on another index. */
export const ownIndex: Rule = (files) =>
  files
    .filter((file) => !isProof(file) && !file.path.endsWith('/index.ts'))
    .flatMap(({ path, source }) =>
      importsOf({ path, source })
        .map(({ target }) => resolveImport(path, target))
        .filter((target) => target !== null && target.endsWith('/index.ts') && packageOfPath(target) === packageOfPath(path))
        .map((target) => `${path} imports its own package's ${target}`),
    );
