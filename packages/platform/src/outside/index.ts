export type { JobsOutside, OpenSound, ProceduresOutside, Sealing } from './outside.ts';
