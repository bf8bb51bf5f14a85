import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { returnAddress } from '../../features/session/return-address.ts';
import { SignUpForm } from '../../features/session/sign-up-form.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { EntryFrame } from './entry-frame.tsx';

const route = getRouteApi('/sign-up');

export function SignUpPage() {
  const { from } = route.useSearch();
  const router = useRouter();
  usePageTitle('Sign up');
  return (
    <EntryFrame
      title="Sign up"
      lead="If you were invited, use the address that the invitation went to."
      foot={
        <>
          Have a sign-in?{' '}
          <Link to="/sign-in" search={{ from }}>
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm onDone={() => router.history.replace(returnAddress(from, location.origin))} />
    </EntryFrame>
  );
}
