import { viewerLocale } from '../time/viewer-locale.ts';
import { Missing } from '../missing.tsx';
import { formatParty, type Party } from './format-party.ts';

/** A party's number in the viewer's own form. It never wraps; as E.164 it stands in the title, for copying. */
export function PhoneNumber({ number, address }: Party) {
  const text = formatParty({ number, address }, viewerLocale.country);
  if (!text) return <Missing label="no number" />;
  return (
    <span className="whitespace-nowrap" title={number ?? address ?? undefined}>
      {text}
    </span>
  );
}
