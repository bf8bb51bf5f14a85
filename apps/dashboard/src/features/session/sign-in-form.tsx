import { Eye, EyeOff } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SIGN_IN_ADVICE } from './sign-in-advice.ts';
import { useSignIn } from './use-sign-in.ts';

const INPUT = 'h-full min-w-0 flex-1 rounded-control bg-transparent px-2 outline-none';

/** Email and password. A field that is empty says so below itself and gets the focus. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const signIn = useSignIn(onDone);
  const [isRevealed, setRevealed] = useState(false);
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    const credentials = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const empty = credentials.email === '' ? 'email' : credentials.password === '' ? 'password' : null;
    setMissing(empty);
    if (empty) (empty === 'email' ? email : password).current?.focus();
    else void signIn.submit(credentials);
  }

  return (
    <form onSubmit={submit} noValidate className="m-auto w-full max-w-82">
      <h1 className="text-headline font-semibold tracking-[-0.012em]">Sign in</h1>
      <p className="pb-6 text-muted-foreground">To your organisation’s calls.</p>
      <Field label="Email" error={missing === 'email' ? 'Enter the email address of your sign-in.' : null}>
        {(control) => (
          <input
            ref={email}
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoFocus
            spellCheck={false}
            className={INPUT}
          />
        )}
      </Field>
      <Field label="Password" error={missing === 'password' ? 'Enter your password.' : signIn.failure && SIGN_IN_ADVICE[signIn.failure]}>
        {(control) => (
          <>
            <input
              ref={password}
              {...control}
              name="password"
              type={isRevealed ? 'text' : 'password'}
              autoComplete="current-password"
              className={INPUT}
            />
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
      <Button type="submit" look="primary" disabled={signIn.isPending} className="h-9 w-full max-tablet:h-11 max-tablet:text-title">
        {signIn.isPending ? 'Signing in…' : 'Sign in'}
      </Button>
      <p role="alert" className="sr-only">
        {signIn.failure ? SIGN_IN_ADVICE[signIn.failure] : null}
      </p>
    </form>
  );
}
