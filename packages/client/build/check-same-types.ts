import ts from '@typescript/typescript6';

/** A file that isn't on disk: what is written must be what the source says, both ways, or this doesn't compile. */
const CHECK = `
import type * as Source from '../src/ringfence-router.ts';
import type * as Written from '../dist/ringfence-router.d.ts';
type Both<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const same: [
  Both<Source.RingfenceInputs, Written.RingfenceInputs>,
  Both<Source.RingfenceOutputs, Written.RingfenceOutputs>,
  Both<Source.RingfenceErrorShape, Written.RingfenceErrorShape>,
] = [true, true, true];
`;

/** @throws with the compiler's words if the written types differ from the source's, or don't compile. */
export function checkSameTypes(program: ts.Program, folder: string, written: string): void {
  const options = { ...program.getCompilerOptions(), skipLibCheck: false };
  const host = ts.createCompilerHost(options);
  const checkFile = `${folder}same-types.ts`;
  const real = host.getSourceFile;
  host.getSourceFile = (name, ...rest) =>
    name === checkFile ? ts.createSourceFile(name, CHECK, ts.ScriptTarget.ESNext) : (program.getSourceFile(name) ?? real(name, ...rest));
  const fileExists = host.fileExists;
  host.fileExists = (name) => name === checkFile || fileExists(name);
  const check = ts.createProgram({ rootNames: [checkFile], options, host, oldProgram: program });
  const files = [checkFile, written].map((name) => check.getSourceFile(name));
  const found = files.flatMap((file) => [...check.getSyntacticDiagnostics(file), ...check.getSemanticDiagnostics(file)]);
  if (found.length > 0)
    throw new Error(
      ts.formatDiagnostics(found, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => folder, getNewLine: () => '\n' }),
    );
}
