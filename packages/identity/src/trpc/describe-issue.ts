import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const LONGEST_NAME = 80;

/** A wrong input: which field, and what was expected of it. Values are never repeated. */
export interface DescribedIssue {
  readonly field: string;
  readonly expected: string;
}

/** Zod's first issue in our words. */
export function describeIssue(issue: Issue): DescribedIssue {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...issue.path, ...unknownKey].map(String).join('.').slice(0, LONGEST_NAME) || 'input';
  return { field, expected: expectedOf(issue) };
}

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${withArticle(issue.expected)}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'datetime' ? 'must be a time in ISO 8601 with its zone' : `must be ${withArticle(issue.format)}`;
    case 'unrecognized_keys':
      return 'is not a field of this input';
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' || origin === 'set' ? ' items' : '';
}

function withArticle(noun: string): string {
  if (noun === 'int') return 'a whole number';
  return /^[aeio]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
