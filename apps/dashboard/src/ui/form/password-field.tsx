import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { Field, type FieldProps } from './field.tsx';
import { CONTROL } from './text-field.tsx';

interface PasswordFieldProps extends FieldProps {
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
}

/** A password, hidden until one asks to see it. */
export function PasswordField({ label, error, tip, aside, className, ...input }: PasswordFieldProps) {
  const [isRevealed, setRevealed] = useState(false);
  return (
    <Field label={label} error={error} tip={tip} aside={aside} {...(className && { className })}>
      {(control) => (
        <>
          <input {...control} {...input} type={isRevealed ? 'text' : 'password'} spellCheck={false} className={CONTROL} />
          <Button
            look="ghost"
            size="icon-small"
            className="mr-1"
            aria-label={isRevealed ? 'Hide what is typed' : 'Show what is typed'}
            onClick={() => setRevealed(!isRevealed)}
          >
            {isRevealed ? <EyeOff /> : <Eye />}
          </Button>
        </>
      )}
    </Field>
  );
}
