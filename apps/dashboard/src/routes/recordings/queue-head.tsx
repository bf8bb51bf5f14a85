import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LINK_TAB, LinkTabs } from '../../ui/link-tabs.tsx';
import { PageHead } from '../../ui/page-head.tsx';

/** The heading of the pages on what is done in the background; `children` stand at its right end. */
export function QueueHead({ children }: { readonly children?: ReactNode }) {
  return (
    <PageHead title="Recordings">
      <LinkTabs label="Recordings">
        <Link to="/recordings" activeOptions={{ exact: true, includeSearch: false }} className={LINK_TAB}>
          Queue
        </Link>
        <Link to="/jobs" activeOptions={{ includeSearch: false }} className={LINK_TAB}>
          Jobs
        </Link>
      </LinkTabs>
      <span className="flex-1" />
      {children}
    </PageHead>
  );
}
