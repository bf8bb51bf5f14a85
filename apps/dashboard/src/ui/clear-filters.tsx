import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from './button.tsx';

/** Leads to the same list without its filters. */
export function ClearFilters({ to }: { readonly to: NonNullable<LinkProps['to']> }) {
  return (
    <Button asChild look="ghost" size="small">
      <Link to={to} search={{}} replace>
        Clear
      </Link>
    </Button>
  );
}
