import { RequestPasswordReset } from '@ringfence/domain/session';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { adviseOnAuth } from './advise-on-auth.ts';
import { EmailField } from './email-field.tsx';
import { postAuth } from './post-auth.ts';

/** Asks for a mail. What is said then is the same whether the address has a sign-in or not. */
export function ForgotPasswordForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    schema: RequestPasswordReset,
    advice: { email: 'Enter the email address of your sign-in.' },
    submit: async (request) => {
      await postAuth('/auth/request-password-reset', request);
      setSentTo(request.email);
    },
    advise: adviseOnAuth,
  });
  if (sentTo !== null) {
    return (
      <p role="status" className="rounded-control bg-status-answered-bg px-3.5 py-2.5 text-status-answered">
        If {sentTo} has a sign-in, a mail is on its way to it. Open the link in it to choose a new password.
      </p>
    );
  }
  return (
    <form {...form.props}>
      <EmailField error={form.errorOf('email')} />
      <FormFailure>{form.failure}</FormFailure>
      <Button type="submit" look="primary" size="entry" disabled={form.isPending}>
        {form.isPending ? 'Sending…' : 'Send the link'}
      </Button>
    </form>
  );
}
