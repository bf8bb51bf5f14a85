import { type SyntheticEvent, useState } from 'react';
import { readFields } from './form-fields.ts';

export interface Draft<Name extends string> {
  /** Fields that say something else than what is saved. */
  readonly changed: readonly Name[];
  /** For the form's `onInput`. */
  readonly onInput: (event: SyntheticEvent<HTMLFormElement>) => void;
  /** Puts what is saved back into the fields. */
  discard(form: HTMLFormElement): void;
}

/** What a form's fields hold against what is saved, while nothing saves by itself. */
export function useDraft<Name extends string>(saved: Readonly<Record<Name, string>>): Draft<Name> {
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const names = Object.keys(saved) as Name[];
  return {
    changed: names.filter((name) => (words[name] ?? saved[name]) !== saved[name]),
    onInput: (event) => setWords(readFields(event.currentTarget)),
    discard(form) {
      for (const name of names) write(form, name, saved[name]);
      setWords(readFields(form));
    },
  };
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
}
