import type { UnsavedBarProps } from './unsaved-bar.tsx';
import { focusField } from './form-fields.ts';
import { useUnsavedChanges } from './unsaved-changes.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { type Form, type FormOptions, useForm } from './use-form.ts';

interface SavedFormOptions<Name extends string, Output> extends FormOptions<Name, Output> {
  readonly saved: Readonly<Record<Name, string>>;
  readonly labels: Readonly<Record<Name, string>>;
}

export interface SavedForm<Name extends string> extends Form<Name> {
  /** For the `form` element. */
  readonly props: Form<Name>['props'] & Pick<Draft<Name>, 'onInput'>;
  /** Fields that say something else than what is saved. */
  readonly changed: readonly Name[];
  readonly bar: UnsavedBarProps;
}

/** A form of what is saved already. Nothing saves by itself: until then it tells what is changed, and keeps that from being lost. */
export function useSavedForm<Name extends string, Output>({ saved, labels, ...options }: SavedFormOptions<Name, Output>): SavedForm<Name> {
  const { changed, onInput, discard } = useDraft(saved);
  const form = useForm(options);
  useUnsavedChanges(changed.length > 0);
  const element = form.props.ref;
  return {
    ...form,
    props: { ...form.props, onInput },
    changed,
    bar: {
      changed: changed.map((field) => labels[field]),
      wrongCount: form.errors.length,
      onCorrect: () => element.current && focusField(element.current, form.errors[0]),
      isPending: form.isPending,
      onDiscard() {
        if (element.current) discard(element.current);
        form.clear();
      },
    },
  };
}
