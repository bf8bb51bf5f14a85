import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ResetPasswordForm } from '../../features/session/reset-password-form.tsx';
import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { EntryFrame } from './entry-frame.tsx';

const route = getRouteApi('/reset-password');

export function ResetPasswordPage() {
  const { token } = route.useSearch();
  const [isDone, setDone] = useState(false);
  usePageTitle('New password');
  return (
    <EntryFrame
      title={isDone ? 'Password saved' : token ? 'New password' : 'This link has ended'}
      lead={
        isDone
          ? 'You were signed out everywhere. Sign in with the new password.'
          : token
            ? 'It replaces the one you had, and signs you out everywhere.'
            : 'A link from a mail works once, for an hour. Ask for a new one.'
      }
      foot={<Link to="/sign-in">Sign in</Link>}
    >
      {isDone ? (
        <Button asChild look="primary" size="entry">
          <Link to="/sign-in">Sign in</Link>
        </Button>
      ) : token ? (
        <ResetPasswordForm token={token} onDone={() => setDone(true)} />
      ) : (
        <Button asChild look="primary" size="entry">
          <Link to="/forgot-password">Ask for a new link</Link>
        </Button>
      )}
    </EntryFrame>
  );
}
