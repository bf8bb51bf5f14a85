import { Card } from '../../ui/card.tsx';
import type { Connection } from './connection.ts';
import { refusalWords } from './refusal-words.ts';
import { formatCalendarDay } from '../../ui/time/format-time.ts';

/** What was turned away at the door, by day and reason, and what to do about it. */
export function RefusedMessages({ refusals }: { readonly refusals: Connection['refusals'] }) {
  return (
    <Card title="Refused messages" note="Last 14 days">
      {refusals.length === 0 ? (
        <p className="pb-1 text-muted-foreground">None. Everything that came was signed and could be read.</p>
      ) : (
        <table className="w-full table-fixed border-separate border-spacing-0 [&_tbody_tr:last-child>*]:border-0 [&_td]:border-b [&_td]:border-border [&_td]:py-2 [&_td]:align-top [&_th]:border-b [&_th]:border-border">
          <thead className="text-left text-caption text-muted-foreground [&_th]:h-6 [&_th]:font-book">
            <tr>
              <th scope="col" className="w-24">
                Day
              </th>
              <th scope="col" className="w-32 max-tablet:w-auto">
                Reason
              </th>
              <th scope="col" className="max-tablet:hidden">
                What to do
              </th>
              <th scope="col" className="w-20 text-right">
                Messages
              </th>
            </tr>
          </thead>
          <tbody>
            {refusals.map(({ day, reason, count }) => {
              const { name, remedy } = refusalWords(reason);
              return (
                <tr key={`${day} ${reason}`}>
                  <td>{formatCalendarDay(day, new Date())}</td>
                  <td className="font-strong">
                    {name}
                    <span className="block text-caption font-normal text-pretty text-muted-foreground tablet:hidden">{remedy}</span>
                  </td>
                  <td className="pr-4 text-pretty max-tablet:hidden">{remedy}</td>
                  <td className="text-right">{count.toLocaleString('en')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Card>
  );
}
