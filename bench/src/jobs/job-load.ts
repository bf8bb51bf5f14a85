/** How many jobs a round has, of how many organisations, and how many run at once. */
export interface JobLoad {
  readonly jobs: number;
  readonly organizations: number;
  readonly concurrency: number;
}
