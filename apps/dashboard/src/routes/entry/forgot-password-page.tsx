import { Link } from '@tanstack/react-router';
import { ForgotPasswordForm } from '../../features/session/forgot-password-form.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { EntryFrame } from './entry-frame.tsx';

export function ForgotPasswordPage() {
  usePageTitle('Forgotten password');
  return (
    <EntryFrame
      title="Forgotten password"
      lead="A mail brings you a link, with which you choose a new one."
      foot={
        <>
          Remembered? <Link to="/sign-in">Sign in</Link>
        </>
      }
    >
      <ForgotPasswordForm />
    </EntryFrame>
  );
}
