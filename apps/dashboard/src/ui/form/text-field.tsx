import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.tsx';

/** How the control of a field looks: the field draws the frame. */
export const CONTROL = 'h-full min-w-0 flex-1 rounded-control bg-transparent px-2 outline-none';

type TextFieldProps = FieldProps & { readonly name: string } & Pick<
    ComponentProps<'input'>,
    'type' | 'autoComplete' | 'autoFocus' | 'defaultValue' | 'maxLength' | 'min' | 'readOnly' | 'spellCheck'
  >;

/** A line of text with its label, kept by the form under its name. */
export function TextField({ label, error, tip, aside, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} error={error} tip={tip} aside={aside} {...(className && { className })}>
      {(control) => <input {...control} type="text" {...input} className={CONTROL} />}
    </Field>
  );
}
