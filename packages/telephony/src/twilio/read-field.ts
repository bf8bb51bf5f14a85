import { InvalidInput } from '@ringfence/domain';
import { cleanText } from '../clean-text.ts';
import type { FormFields } from './read-form.ts';

/** A parameter's first value, cleaned; null when it is missing or blank. */
export function readField(form: FormFields, name: string): string | null {
  return cleanText(form.get(name)?.[0], 2048);
}

/** @throws InvalidInput naming the parameter when it is missing, or not of the pattern. */
export function requireField(form: FormFields, name: string, pattern: RegExp): string {
  const value = readField(form, name);
  if (value === null) throw new InvalidInput(name, 'is missing');
  if (!pattern.test(value)) throw new InvalidInput(name, 'is not of a known form');
  return value;
}

/** A whole number from 0, or null when the parameter is missing or no such number (`-1` means: not known yet). */
export function readCount(form: FormFields, name: string): number | null {
  const value = readField(form, name);
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** The instant a parameter names in RFC 2822 (`Thu, 12 Feb 2026 11:48:25 +0000`) or ISO 8601, or null. */
export function readInstant(form: FormFields, name: string): Date | null {
  const value = readField(form, name);
  if (value === null || !INSTANT.test(value)) return null;
  const instant = new Date(value);
  return instant.getUTCFullYear() >= 2000 && instant.getUTCFullYear() < 2100 ? instant : null;
}

const INSTANT =
  /^(?:[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT|UTC)|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))$/;
