import type { InvitationStatus } from '@ringfence/domain/invitations';
import { Ban, Check, Clock, Mail, type LucideIcon } from 'lucide-react';
import { cn } from '../../ui/cn.ts';
import { Moment } from '../../ui/time/moment.tsx';
import type { SentInvitation } from './sent-invitation.ts';

const STATES: Record<InvitationStatus, { readonly words: string; readonly icon: LucideIcon; readonly tone: string }> = {
  open: { words: 'Open until', icon: Mail, tone: '' },
  accepted: { words: 'Accepted', icon: Check, tone: 'text-status-answered' },
  expired: { words: 'Ended', icon: Clock, tone: 'text-muted-foreground' },
  revoked: { words: 'Withdrawn', icon: Ban, tone: 'text-muted-foreground' },
};

/** How an invitation stands; while it is open, until when. */
export function InvitationState({ invitation }: { readonly invitation: SentInvitation }) {
  const { words, icon: Icon, tone } = STATES[invitation.status];
  return (
    <span className={cn('inline-flex items-center gap-1.5', tone)}>
      <Icon className="size-4 shrink-0 stroke-[2.25]" aria-hidden="true" />
      {words}
      {invitation.status === 'open' ? <Moment at={invitation.expiresAt} show="day" /> : null}
    </span>
  );
}
