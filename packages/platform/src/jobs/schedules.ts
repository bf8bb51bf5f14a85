import { looksSchedule } from '@ringfence/domain/connections';
import type { ScheduleDeclaration } from '@ringfence/domain/jobs';
import { cleanStaleSchedule, reconcileObjectsSchedule, retryUploadsSchedule } from '@ringfence/domain/recordings';

/** All that comes by itself, for the worker. */
export const schedules: readonly ScheduleDeclaration[] = [
  retryUploadsSchedule,
  cleanStaleSchedule,
  reconcileObjectsSchedule,
  looksSchedule,
];
