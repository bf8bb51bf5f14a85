import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { useSearchCalls } from './use-search-calls.ts';

/** Word for word the same for what never was and for what belongs to another organisation. */
export function NotFoundPage() {
  const searchCalls = useSearchCalls();
  usePageTitle('Not found');
  useHotkeys({ '/': searchCalls });
  return (
    <div className="mx-auto flex w-full max-w-104 flex-1 flex-col items-start justify-center px-5 pt-6 pb-24">
      <svg
        viewBox="0 0 64 64"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        aria-hidden="true"
        className="mb-5 size-16 text-control"
      >
        <circle cx="32" cy="32" r="29" strokeDasharray="54.7 6" transform="rotate(-80 32 32)" />
        <circle cx="32" cy="32" r="18" strokeDasharray="2 5" />
      </svg>
      <h1 className="text-headline font-semibold tracking-[-0.012em]">Not found</h1>
      <p className="pt-1 pb-5 text-read text-muted-foreground">
        There is nothing at this address. Check the link, or look for the call by its number.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button asChild look="primary">
          <Link to="/calls">Go to calls</Link>
        </Button>
        <Button onClick={searchCalls}>
          <Search />
          Search
          <Kbd>/</Kbd>
        </Button>
      </div>
    </div>
  );
}
