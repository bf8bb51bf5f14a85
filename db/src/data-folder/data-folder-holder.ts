/** Who has a data folder, as it wrote down itself. */
export interface DataFolderHolder {
  readonly processId: number;
  /** A server, which commands may join, or a command, for which they wait. */
  readonly isServing: boolean;
}
