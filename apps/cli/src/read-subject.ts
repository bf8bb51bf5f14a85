import type { Subject } from '@ringfence/identity/embedded';
import { readEnvironment } from './env.ts';
import type { Terminal } from './terminal.ts';
import { UsageFailure } from './usage-failure.ts';

interface SubjectOptions {
  readonly issuer?: string;
  readonly subject?: string;
}

const LONGEST = 255;

/** Whom `--issuer` and `--subject` name together, or null without either. @throws UsageFailure for one without the other, or an issuer that the settings don't have. */
export function readSubject({ issuer, subject }: SubjectOptions, { variables }: Terminal): Subject | null {
  if (issuer === undefined && subject === undefined) return null;
  if (!issuer || !subject || Math.max(issuer.length, subject.length) > LONGEST) {
    throw new UsageFailure('issuer: expected together with --subject, each of 1 to 255 characters');
  }
  const known = readEnvironment(variables).jwtIssuers.map((settings) => settings.issuer);
  if (known.length > 0 && !known.includes(issuer))
    throw new UsageFailure(`issuer: expected one of RINGFENCE_JWT_ISSUERS: ${known.join(', ')}`);
  return { issuer, subject };
}
