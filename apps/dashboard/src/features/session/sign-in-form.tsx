import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { focusField, readFields } from '../../ui/form/form-fields.ts';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { EmailField } from './email-field.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Email and password. A field that is empty says so below itself and gets the focus. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const signIn = useSignIn(onDone);
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { email = '', password = '' } = readFields(event.currentTarget);
    const empty = email.trim() === '' ? 'email' : password === '' ? 'password' : null;
    setMissing(empty);
    if (empty) focusField(event.currentTarget, empty);
    else void signIn.submit({ email: email.trim(), password });
  }

  return (
    <form onSubmit={submit} noValidate>
      <EmailField error={missing === 'email' ? 'Enter the email address of your sign-in.' : null} />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={missing === 'password' ? 'Enter your password.' : signIn.failure}
        aside={
          <Link to="/forgot-password" className="font-medium text-primary hover:underline">
            Forgotten?
          </Link>
        }
      />
      <Button type="submit" look="primary" size="entry" disabled={signIn.isPending}>
        {signIn.isPending ? 'Signing in…' : 'Sign in'}
      </Button>
      <p role="alert" className="sr-only">
        {signIn.failure}
      </p>
    </form>
  );
}
