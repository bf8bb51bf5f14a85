import type { FormFields } from './read-form.ts';

/**
 * Every name and value, sorted by name; of a repeated parameter each different value counts once, sorted.
 * Source: Twilio, "Validating signatures"; twilio-node 6.2.0 for repeated parameters.
 */
export function signedParameters(form: FormFields): string {
  const names = [...form.keys()].sort();
  return names
    .map((name) =>
      [...new Set(form.get(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
}
