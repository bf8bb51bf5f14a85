import { subjects } from '@ringfence/db/schema';
import { and, eq } from 'drizzle-orm';
import type { Subject } from './subject.ts';

/** The condition that finds one subject. */
export function isSubject({ issuer, subject }: Subject) {
  return and(eq(subjects.issuer, issuer), eq(subjects.subject, subject));
}
