/** What a command has of the world around it: the process's own, or a test's. */
export interface Terminal {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The result, on standard output: nothing else goes there. */
  print(text: string): void;
  /** Progress and failures, on standard error. */
  tell(line: string): void;
}
