import { ResetPassword } from '@ringfence/domain/session';
import { Button } from '../../ui/button.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { adviseOnAuth } from './advise-on-auth.ts';
import { AuthFailure } from './auth-failure.ts';
import { PASSWORD_ADVICE } from './password-advice.ts';
import { postAuth } from './post-auth.ts';

interface ResetPasswordFormProps {
  /** From the mail. */
  readonly token: string;
  readonly onDone: () => void;
}

/** A new password for whoever came by the link of the mail. */
export function ResetPasswordForm({ token, onDone }: ResetPasswordFormProps) {
  const form = useForm({
    schema: ResetPassword,
    advice: { newPassword: PASSWORD_ADVICE, token: adviseOnAuth(new AuthFailure('spent')) },
    read: (fields) => ({ ...fields, token }),
    submit: async (reset) => {
      await postAuth('/auth/reset-password', reset);
      onDone();
    },
    advise: adviseOnAuth,
  });
  return (
    <form {...form.props}>
      <PasswordField
        label="New password"
        name="newPassword"
        autoComplete="new-password"
        autoFocus
        error={form.errorOf('newPassword')}
        tip={PASSWORD_ADVICE}
      />
      <FormFailure>{form.errorOf('token') ?? form.failure}</FormFailure>
      <Button type="submit" look="primary" size="entry" disabled={form.isPending}>
        {form.isPending ? 'Saving…' : 'Save the password'}
      </Button>
    </form>
  );
}
