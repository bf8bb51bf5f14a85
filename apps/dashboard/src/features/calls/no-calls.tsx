import { Link } from '@tanstack/react-router';
import { Blank } from '../../ui/blank.tsx';
import { Button } from '../../ui/button.tsx';
import type { CallFilters } from './call-filters.ts';
import { describeNoCalls } from './describe-no-calls.ts';

interface NoCallsProps {
  readonly filters: CallFilters;
  readonly canConnect: boolean;
}

/** An empty list: what is missing, and the one click that widens it. */
export function NoCalls({ filters, canConnect }: NoCallsProps) {
  const { title, advice } = describeNoCalls(filters);
  const { direction, status, search } = filters;
  if (!direction && !status && !search) {
    return (
      <Blank
        title={title}
        actions={
          canConnect ? (
            <Button asChild>
              <Link to="/connections/{-$connectionId}">See connections</Link>
            </Button>
          ) : null
        }
      >
        {advice}
      </Blank>
    );
  }
  return (
    <Blank
      title={title}
      actions={
        <>
          {status ? (
            <Button asChild>
              <Link to="/calls" search={{ ...filters, status: undefined }}>
                Any status
              </Link>
            </Button>
          ) : null}
          {direction ? (
            <Button asChild>
              <Link to="/calls" search={{ ...filters, direction: undefined }}>
                Both directions
              </Link>
            </Button>
          ) : null}
          <Button asChild look="ghost">
            <Link to="/calls" search={{}}>
              Clear filters
            </Link>
          </Button>
        </>
      }
    >
      {advice}
    </Blank>
  );
}
