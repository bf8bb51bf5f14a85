/** Subjects that the targets name; what measures them takes its name from here. */
export const SUBJECTS = {
  shipped: 'Drizzle as shipped, no isolation',
  named: 'Drizzle, named statements, no isolation',
  usual: 'Drizzle, set_config in a transaction',
  prisma: 'Prisma 7, RLS extension',
  ordinary: 'Ringfence, ordinary Drizzle',
  compiled: 'Ringfence, compiled',
  openTransaction: 'Ringfence, open transaction',
  plainServer: 'the same server, no isolation',
  server: 'Ringfence, whole request',
} as const;

/** One figure that the kernel must reach: its requests a second to those of a base, near (32 clients) and at 2 ms (8 clients). */
export interface Target {
  readonly work: string;
  readonly subject: string;
  readonly base: string;
  readonly near: number;
  readonly far: number;
}

const { shipped, compiled, openTransaction } = SUBJECTS;

/** Issue 4's table. */
export const TARGETS: readonly Target[] = [
  { work: 'list 50', subject: compiled, base: shipped, near: 1.7, far: 1.8 },
  { work: 'detail', subject: compiled, base: shipped, near: 2.5, far: 1.8 },
  { work: 'insert', subject: compiled, base: shipped, near: 1.3, far: 1.5 },
  { work: 'update', subject: compiled, base: shipped, near: 1.3, far: 1.5 },
  { work: 'insert', subject: openTransaction, base: shipped, near: 1, far: 0.95 },
  { work: 'update', subject: openTransaction, base: shipped, near: 1, far: 0.95 },
  { work: 'batch of five reads', subject: compiled, base: shipped, near: 3, far: 5 },
  { work: 'list 50', subject: compiled, base: SUBJECTS.named, near: 1.3, far: 1 },
  { work: 'list 50', subject: compiled, base: SUBJECTS.usual, near: 3, far: 4.5 },
  { work: 'list 50', subject: compiled, base: SUBJECTS.prisma, near: 4, far: 4 },
  { work: 'HTTP calls.list', subject: SUBJECTS.server, base: SUBJECTS.plainServer, near: 1, far: 1.2 },
];
