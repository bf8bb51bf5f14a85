import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

interface RecordTableProps {
  readonly title: string;
  /** Beside the title, muted. */
  readonly note?: string | undefined;
  /** At the right end of the head. */
  readonly aside?: ReactNode;
  /** Between head and table: what is shown once. */
  readonly strip?: ReactNode;
  /** Heads of the five columns: what it is, more of it, role, when (at the right), and what one can do. */
  readonly heads: readonly [string, string, string, string, string];
  /** Rows, or what stands in their place. */
  readonly children: ReactNode;
  /** Below the rows. */
  readonly foot?: ReactNode;
  readonly isEmpty: boolean;
}

const AREAS = ['name', 'more', 'role', 'when', 'act'] as const;
/** What one can do has room for its longest word however narrow the list is; the name gets what is left. */
const WIDTHS = ['w-auto', 'w-[27%]', 'w-[14%]', 'w-[15%]', 'w-[6.75rem]'] as const;

/** A framed list of a few things with a role each; on a phone each row stands in three lines. */
export function RecordTable({ title, note, aside, strip, heads, children, foot, isEmpty }: RecordTableProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 overflow-clip rounded-card border border-border bg-card">
      <header className="flex min-h-11 flex-wrap items-center gap-x-2 px-4 py-1.5 max-tablet:px-3.5">
        <h2 id={id} className="font-semibold whitespace-nowrap">
          {title}
        </h2>
        {note ? <span className="text-muted-foreground">{note}</span> : null}
        <span className="flex-1" />
        {aside}
      </header>
      {strip}
      {isEmpty ? (
        <div className="border-t border-border">{children}</div>
      ) : (
        <table role="table" aria-labelledby={id} className="w-full table-fixed border-separate border-spacing-0 max-tablet:block">
          <colgroup className="max-tablet:hidden">
            {WIDTHS.map((width) => (
              <col key={width} className={width} />
            ))}
          </colgroup>
          <thead role="rowgroup" className="max-tablet:sr-only">
            <tr role="row">
              {heads.map((head, index) => (
                <th
                  key={head}
                  role="columnheader"
                  scope="col"
                  className={cn(
                    'h-8 px-2 text-left text-caption font-book text-muted-foreground first:pl-4 last:pr-4',
                    AREAS[index] === 'when' && 'text-right',
                  )}
                >
                  {AREAS[index] === 'act' ? <span className="sr-only">{head}</span> : head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-tablet:block">
            {children}
          </tbody>
        </table>
      )}
      {foot}
    </section>
  );
}

export function RecordRow({ children }: { readonly children: ReactNode }) {
  return (
    <tr
      role="row"
      className="group/record hover:bg-accent max-tablet:grid max-tablet:min-h-(--row-touch) max-tablet:grid-cols-[auto_minmax(0,1fr)_auto] max-tablet:items-center max-tablet:gap-x-3 max-tablet:border-t max-tablet:border-border max-tablet:py-2 max-tablet:pr-2 max-tablet:pl-3.5 max-tablet:[grid-template-areas:'name_name_act''more_more_act''role_when_act']"
    >
      {children}
    </tr>
  );
}

const CELL =
  'h-(--row) border-t border-border px-2 first:pl-4 last:pr-3 max-tablet:h-auto max-tablet:border-0 max-tablet:p-0 max-tablet:first:pl-0 max-tablet:last:pr-0';
const CELLS = {
  name: 'truncate max-tablet:[grid-area:name]',
  more: 'truncate text-muted-foreground max-tablet:[grid-area:more]',
  role: 'whitespace-nowrap max-tablet:[grid-area:role]',
  when: 'text-right whitespace-nowrap max-tablet:text-left max-tablet:[grid-area:when]',
  act: 'text-right whitespace-nowrap max-tablet:[grid-area:act]',
} as const;

interface RecordCellProps {
  readonly as: keyof typeof CELLS;
  /** What the column's head says, for a phone, which has none. */
  readonly phoneLabel?: string;
  readonly children: ReactNode;
}

export function RecordCell({ as, phoneLabel, children }: RecordCellProps) {
  return (
    <td role="cell" className={`${CELL} ${CELLS[as]}`}>
      {phoneLabel ? <span className="text-muted-foreground tablet:hidden">{phoneLabel} </span> : null}
      {children}
    </td>
  );
}
