import { Button } from '../../ui/button.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import type { KeptMail } from './kept-mail.ts';

/** Mails as they would have been sent. */
export function MailList({ mails }: { readonly mails: readonly KeptMail[] }) {
  return (
    <ul className="grid gap-3">
      {mails.map((mail) => (
        <li key={mail.id} className="rounded-card border border-border bg-card px-4 py-3">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 className="font-semibold">{mail.subject}</h2>
            <span className="flex-1" />
            <Moment at={mail.sentAt} show="day" className="text-caption text-muted-foreground" />
          </div>
          <p className="text-muted-foreground">To {mail.to}</p>
          <p className="py-2 text-read whitespace-pre-line [overflow-wrap:anywhere]">{mail.text}</p>
          {mail.link ? (
            <Button asChild size="small">
              <a href={mail.link}>
                Open the link<span className="sr-only"> of “{mail.subject}”</span>
              </a>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
