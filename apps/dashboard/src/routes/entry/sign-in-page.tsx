import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { returnAddress } from '../../features/session/return-address.ts';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { EntryFrame } from './entry-frame.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { from } = route.useSearch();
  const router = useRouter();
  usePageTitle('Sign in');
  return (
    <EntryFrame
      title="Sign in"
      lead="To your organisation’s calls."
      foot={
        <>
          No sign-in yet?{' '}
          <Link to="/sign-up" search={{ from }}>
            Sign up
          </Link>
          , then make an organisation or accept an invitation.
        </>
      }
    >
      <SignInForm onDone={() => router.history.replace(returnAddress(from, location.origin))} />
    </EntryFrame>
  );
}
