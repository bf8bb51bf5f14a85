import { ChangePassword } from '@ringfence/domain/session';
import { Button } from '../../ui/button.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toasts.tsx';
import { adviseOnAuth } from './advise-on-auth.ts';
import { PASSWORD_ADVICE } from './password-advice.ts';
import { postAuth } from './post-auth.ts';
import { useSession } from './session-context.ts';

/** Another password. It ends every other sign-in of the same person. */
export function ChangePasswordForm() {
  const session = useSession();
  const toast = useToast();
  const form = useForm({
    schema: ChangePassword,
    advice: { currentPassword: 'Enter the password you have now.', newPassword: PASSWORD_ADVICE },
    submit: async (passwords) => {
      await postAuth('/auth/change-password', passwords);
      form.props.ref.current?.reset();
      await session.renew();
      toast({ text: 'Password changed. You are signed out everywhere else.' });
    },
    advise: adviseOnAuth,
  });
  return (
    <form {...form.props}>
      <FormSection title="Password" about="A new one signs you out everywhere but here.">
        <div className="grid gap-x-4 tablet:grid-cols-2">
          <PasswordField
            label="Password now"
            name="currentPassword"
            autoComplete="current-password"
            error={form.errorOf('currentPassword')}
          />
          <PasswordField
            label="New password"
            name="newPassword"
            autoComplete="new-password"
            error={form.errorOf('newPassword')}
            tip={PASSWORD_ADVICE}
          />
        </div>
        <FormFailure>{form.failure}</FormFailure>
        <Button type="submit" disabled={form.isPending}>
          {form.isPending ? 'Changing…' : 'Change password'}
        </Button>
      </FormSection>
    </form>
  );
}
