import { Link } from '@tanstack/react-router';
import { Pair, Pairs } from '../../ui/pairs.tsx';
import { PhoneNumber } from '../../ui/phone-number/phone-number.tsx';
import type { Party } from '../../ui/phone-number/format-party.ts';
import type { CallDetail } from './call-item.ts';
import { otherParty } from '../../ui/phone-number/other-party.ts';

/** Who the number belongs to, as far as the organisation knows. */
export function CallLead({ call }: { readonly call: CallDetail }) {
  const party = otherParty(call);
  return (
    <section aria-label="Lead" className="px-5 pt-2 pb-3.5 max-tablet:px-4">
      <header className="mb-1 flex min-h-7 items-center gap-2">
        <h2 className="flex-1 font-semibold">Lead</h2>
        {call.lead ? (
          <Link to="/leads" className="font-medium text-primary underline-offset-3 hover:underline">
            All leads
          </Link>
        ) : null}
      </header>
      {call.lead ? (
        <Pairs>
          <Pair name="Name">
            <span className="font-strong">{call.lead.name}</span>
          </Pair>
          <Pair name="Number">
            <PhoneNumber {...party} />
          </Pair>
        </Pairs>
      ) : (
        <p className="text-muted-foreground">{strangerWords(party)}</p>
      )}
      {party.number ? (
        <Link
          to="/calls"
          search={{ search: party.number }}
          className="mt-2 inline-block font-medium text-primary underline-offset-3 hover:underline"
        >
          All calls with this number
        </Link>
      ) : null}
    </section>
  );
}

function strangerWords({ number, address }: Party): string {
  if (number) return 'This number belongs to no lead yet.';
  const isWithheld = address === null || address === 'anonymous';
  return isWithheld
    ? 'The number was withheld, so there is no lead to find.'
    : 'Leads are found by telephone number, and this line has none.';
}
