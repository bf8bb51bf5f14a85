import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Crumb, Crumbs } from '../../ui/crumbs.tsx';
import { LINK_TAB, LinkTabs } from '../../ui/link-tabs.tsx';
import { PageHead } from '../../ui/page-head.tsx';

/** Around the pages of settings that are forms. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Crumbs>
        <Crumb>Settings</Crumb>
      </Crumbs>
      <PageHead title="Settings">
        <LinkTabs label="Settings">
          <Link to="/settings/profile" className={LINK_TAB}>
            You
          </Link>
          <Link to="/settings/organization" className={LINK_TAB}>
            Organisation
          </Link>
        </LinkTabs>
      </PageHead>
      <div tabIndex={0} role="region" aria-label="Settings" className="min-h-0 flex-1 overflow-y-auto px-4 pb-5 outline-offset-[-2px]">
        {children}
      </div>
    </>
  );
}
