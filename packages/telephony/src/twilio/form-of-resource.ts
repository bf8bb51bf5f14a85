import type { FormFields } from './read-form.ts';

/** A resource of Twilio's REST API as a form, so that both are read by the same words. What is neither text nor number is left out. */
export function formOfResource(resource: unknown): FormFields {
  if (typeof resource !== 'object' || resource === null) return new Map();
  return new Map(
    Object.entries(resource).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, [String(value)]] as const] : [],
    ),
  );
}
