import { SignUp } from '@ringfence/domain/session';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { adviseOnAuth } from './advise-on-auth.ts';
import { AuthFailure } from './auth-failure.ts';
import { PASSWORD_ADVICE } from './password-advice.ts';
import { useSession } from './session-context.ts';

/** Name, email and a password of one's own; signed in once it is taken. */
export function SignUpForm({ onDone }: { readonly onDone: () => void }) {
  const session = useSession();
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const form = useForm({
    schema: SignUp,
    advice: { name: 'Enter your name, as others should see it.', email: 'Enter an email address.', password: PASSWORD_ADVICE },
    submit: async (person) => {
      try {
        await session.signUp(person);
        onDone();
      } catch (error) {
        const isKnown = error instanceof AuthFailure && error.reason === 'no-match';
        if (!isKnown) throw error;
        setMailedTo(person.email);
      }
    },
    advise: adviseOnAuth,
  });
  if (mailedTo !== null) {
    return (
      <p role="status" className="rounded-control bg-status-answered-bg px-3.5 py-2.5 text-status-answered">
        A mail is on its way to {mailedTo}. It says how to go on.
      </p>
    );
  }
  return (
    <form {...form.props}>
      <TextField label="Name" name="name" autoComplete="name" autoFocus error={form.errorOf('name')} />
      <TextField label="Email" name="email" type="email" autoComplete="username" spellCheck={false} error={form.errorOf('email')} />
      <PasswordField label="Password" name="password" autoComplete="new-password" error={form.errorOf('password')} tip={PASSWORD_ADVICE} />
      <FormFailure>{form.failure}</FormFailure>
      <Button type="submit" look="primary" size="entry" disabled={form.isPending}>
        {form.isPending ? 'Signing up…' : 'Sign up'}
      </Button>
    </form>
  );
}
