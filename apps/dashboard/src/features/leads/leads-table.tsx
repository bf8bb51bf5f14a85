import { Link } from '@tanstack/react-router';
import { Avatar } from '../../ui/avatar.tsx';
import { Missing } from '../../ui/missing.tsx';
import { PhoneNumber } from '../../ui/phone-number/phone-number.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import type { LeadItem } from './lead-item.ts';

const HEAD =
  'sticky top-0 z-[2] h-8 border-b border-border bg-background px-2 text-left text-caption font-book whitespace-nowrap text-muted-foreground first:pl-4 last:pr-4';
const CELL =
  'h-(--row) truncate border-b border-border px-2 first:pl-4 last:pr-4 max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:first:pl-0 max-tablet:last:pr-0';
const WIDE = `${CELL} max-tablet:hidden`;

/** People who call or are called. A row leads to all calls with its number. */
export function LeadsTable({ leads }: { readonly leads: readonly LeadItem[] }) {
  return (
    <table role="table" aria-label="Leads" className="w-full table-fixed border-separate border-spacing-0 max-tablet:block">
      <colgroup className="max-tablet:hidden">
        <col className="w-[26%]" />
        <col className="w-37" />
        <col className="w-[20%]" />
        <col />
        <col className="w-16" />
        <col className="w-42" />
      </colgroup>
      <thead role="rowgroup" className="max-tablet:sr-only">
        <tr role="row">
          <th role="columnheader" scope="col" className={HEAD}>
            Name
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Number
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Email
          </th>
          <th role="columnheader" scope="col" className={HEAD}>
            Note
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Calls
          </th>
          <th role="columnheader" scope="col" className={`${HEAD} text-right`}>
            Last call
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-tablet:block">
        {leads.map((lead) => (
          <LeadRow key={lead.id} lead={lead} />
        ))}
      </tbody>
    </table>
  );
}

function LeadRow({ lead }: { readonly lead: LeadItem }) {
  return (
    <tr
      role="row"
      className="relative hover:bg-accent has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-ring max-tablet:grid max-tablet:h-(--row-touch) max-tablet:grid-cols-[minmax(0,1fr)_auto] max-tablet:content-center max-tablet:gap-x-3 max-tablet:border-b max-tablet:border-border max-tablet:px-4"
    >
      <td role="cell" className={CELL}>
        <span className="flex items-center gap-2">
          <span className="max-tablet:hidden">
            <Avatar name={lead.name} />
          </span>
          <Link
            to="/calls"
            search={{ search: lead.phone ?? undefined }}
            className="truncate font-strong outline-none after:absolute after:inset-0 max-tablet:text-touch"
          >
            {lead.name}
            <span className="sr-only">, all calls</span>
          </Link>
        </span>
      </td>
      <td role="cell" className={`${CELL} max-tablet:col-start-1 max-tablet:row-start-2 max-tablet:text-muted-foreground`}>
        <PhoneNumber number={lead.phone} address={null} />
      </td>
      <td role="cell" className={WIDE}>
        {lead.email ?? <Missing label="no email" />}
      </td>
      <td role="cell" className={`${WIDE} text-muted-foreground`} title={lead.note ?? undefined}>
        {lead.note}
      </td>
      <td role="cell" className={`${CELL} text-right max-tablet:col-start-2 max-tablet:row-start-2`}>
        {lead.callCount}
        <span className="text-muted-foreground tablet:hidden">{lead.callCount === 1 ? ' call' : ' calls'}</span>
      </td>
      <td
        role="cell"
        className={`${CELL} text-right max-tablet:col-start-2 max-tablet:row-start-1 max-tablet:leading-5.5 max-tablet:text-muted-foreground`}
      >
        {lead.lastCallAt ? <Moment at={lead.lastCallAt} show="day" /> : <Missing label="no call yet" />}
      </td>
    </tr>
  );
}
