import { Link } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { fetchMails } from '../features/mailbox/fetch-mails.ts';
import type { KeptMail } from '../features/mailbox/kept-mail.ts';
import { MailList } from '../features/mailbox/mail-list.tsx';
import { Blank } from '../ui/blank.tsx';
import { Button } from '../ui/button.tsx';
import { Delayed } from '../ui/delayed.tsx';
import { FailedPart } from '../ui/failed-part.tsx';
import { Logo } from '../ui/logo.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

const LOOK_AGAIN_MS = 3_000;

type Mailbox =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'open'; readonly mails: readonly KeptMail[] };

/** What would have been sent, for whoever tries Ringfence out without a mail sender. */
export function MailboxPage() {
  const [mailbox, setMailbox] = useState<Mailbox>({ kind: 'loading' });
  usePageTitle('Mailbox');
  const look = useCallback(async () => {
    try {
      const mails = await fetchMails();
      setMailbox(mails ? { kind: 'open', mails } : { kind: 'absent' });
    } catch (error) {
      console.warn('The mailbox could not be read.', error);
      setMailbox({ kind: 'failed' });
    }
  }, []);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);
  return (
    <main className="mx-auto min-h-dvh w-full max-w-2xl bg-background px-5 py-6">
      <header className="flex items-center gap-2 pb-4">
        <Logo />
        <h1 className="text-title font-semibold tracking-[-0.01em]">Mailbox</h1>
        <span className="text-muted-foreground">of development</span>
        <span className="flex-1" />
        <Button look="ghost" size="icon" aria-label="Look again" title="Look again" onClick={() => void look()}>
          <RotateCw />
        </Button>
        <Button asChild look="ghost">
          <Link to="/calls">Calls</Link>
        </Button>
      </header>
      <Content mailbox={mailbox} onRetry={() => void look()} />
    </main>
  );
}

function Content({ mailbox, onRetry }: { readonly mailbox: Mailbox; readonly onRetry: () => void }) {
  switch (mailbox.kind) {
    case 'loading':
      return (
        <Delayed>
          <Skeleton className="h-28" />
        </Delayed>
      );
    case 'failed':
      return <FailedPart title="The mailbox could not be read" advice="Check that Ringfence runs, then load it again." onRetry={onRetry} />;
    case 'absent':
      return (
        <Blank title="There is no mailbox here">
          This server sends its mails, or runs in production. Look for them where mails to your address arrive.
        </Blank>
      );
    case 'open':
      if (mailbox.mails.length > 0) return <MailList mails={mailbox.mails} />;
      return <Blank title="No mail yet">Invite somebody, sign up, or ask for a new password: the mail appears here within seconds.</Blank>;
  }
}
