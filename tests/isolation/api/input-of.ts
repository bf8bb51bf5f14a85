import type { Names } from './names.ts';
import { PROCEDURE_CASES } from './procedure-cases.ts';
import type { ListedProcedure } from './procedures.ts';
import { sampleOf } from './sample-of.ts';

/** What to ask a procedure about things by name; where it can be told none, an input that fits. */
export function inputOf({ path, input }: ListedProcedure, names: Names): unknown {
  const naming = PROCEDURE_CASES[path];
  if (naming) return naming(names);
  if (input === null) return undefined;
  const required = sampleOf(input, 'required');
  const sample: object = Object(Object.keys(Object(required)).length > 0 ? required : sampleOf(input));
  // A role that whoever may give one may give.
  return 'role' in sample ? { ...sample, role: 'viewer' } : sample;
}
