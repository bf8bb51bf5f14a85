import { type RefObject, type SubmitEvent, useRef, useState } from 'react';
import { focusField, readFields } from './form-fields.ts';

/** A schema of the domain package: the same that the server asks. */
interface Schema<Output> {
  safeParse(
    value: unknown,
  ): { success: true; data: Output } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } };
}

export interface FormOptions<Name extends string, Output> {
  readonly schema: Schema<Output>;
  /** For each field, what to do when its value won't do. */
  readonly advice: Readonly<Record<Name, string>>;
  /** From the fields' words to what the schema takes, where they differ. */
  readonly read?: (fields: Readonly<Record<string, string>>) => unknown;
  readonly submit: (value: Output) => Promise<void>;
  /** What is told when submitting fails. */
  readonly advise: (error: unknown) => string;
}

export interface Form<Name extends string> {
  /** For the `form` element. */
  readonly props: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  };
  readonly isPending: boolean;
  /** What submitting failed on, for the whole form; null while nothing did. */
  readonly failure: string | null;
  readonly errors: readonly Name[];
  errorOf(name: Name): string | null;
  /** Forgets what was wrong, as after a reset. */
  clear(): void;
}

/** A form whose values live in its fields. What its schema refuses is told below the field, and the first such gets the focus. */
export function useForm<Name extends string, Output>(options: FormOptions<Name, Output>): Form<Name> {
  const ref = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<readonly Name[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(form: HTMLFormElement): Promise<void> {
    const fields = readFields(form);
    const checked = options.schema.safeParse(options.read?.(fields) ?? fields);
    setFailure(null);
    if (!checked.success) {
      const wrong = namesIn(options.advice).filter((name) => checked.error.issues.some(({ path }) => path[0] === name));
      setErrors(wrong);
      if (wrong.length === 0) setFailure(options.advise(checked.error));
      focusField(form, wrong[0]);
      return;
    }
    setErrors([]);
    setPending(true);
    try {
      await options.submit(checked.data);
    } catch (error) {
      setFailure(options.advise(error));
    } finally {
      setPending(false);
    }
  }

  return {
    props: {
      ref,
      noValidate: true,
      onSubmit(event) {
        event.preventDefault();
        if (ref.current && !isPending) void submit(ref.current);
      },
    },
    isPending,
    failure,
    errors,
    errorOf: (name) => (errors.includes(name) ? options.advice[name] : null),
    clear() {
      setErrors([]);
      setFailure(null);
    },
  };
}

function namesIn<Name extends string>(advice: Readonly<Record<Name, string>>): Name[] {
  return Object.keys(advice) as Name[];
}
