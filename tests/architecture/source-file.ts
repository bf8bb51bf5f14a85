/** A file as the rules see it: where it lies from the repository's root, and what it says. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

/** A rule looks at files and says what is wrong, a line each, beginning with the file's path. */
export type Rule = (files: readonly SourceFile[]) => string[];

/** What proves the product, and may therefore reach for anything. */
export function isProof({ path }: SourceFile): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path) || /^(tests|bench|examples|packages\/(testing|demo))\//.test(path);
}
