import type { ScheduleDeclaration } from '@ringfence/domain/jobs';

/** All that comes by itself, for the worker. */
export const schedules: readonly ScheduleDeclaration[] = [];
