import { type Role, ROLES } from '@ringfence/domain/members';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { usePermission } from '../../app/use-permission.ts';
import { CreateKeyDialog, type NewKey } from '../../features/api-keys/create-key-dialog.tsx';
import { KeysTable } from '../../features/api-keys/keys-table.tsx';
import { useApiKeys } from '../../features/api-keys/use-api-keys.ts';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { Blank } from '../../ui/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Crumb, Crumbs } from '../../ui/crumbs.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RecordSkeleton } from '../../ui/record-skeleton.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { NotFoundPage } from '../not-found-page.tsx';

/** Owners and admins; for everybody else there is nothing at this address. */
export function KeysPage() {
  const organization = useOrganization();
  if (organization.isPending) return <RecordSkeleton />;
  if (!organization.data?.permissions.includes('apiKeys.read')) return <NotFoundPage />;
  const role = ROLES.find((known) => known === organization.data.role) ?? 'viewer';
  return <Keys organizationName={organization.data.name} ownRole={role} />;
}

function Keys({ organizationName, ownRole }: { readonly organizationName: string; readonly ownRole: Role }) {
  const canWrite = usePermission('apiKeys.write');
  const keys = useApiKeys();
  const [isCreating, setCreating] = useState(false);
  const [fresh, setFresh] = useState<NewKey | null>(null);
  usePageTitle('API keys', organizationName);
  return (
    <>
      <Crumbs>
        <Crumb>API keys</Crumb>
      </Crumbs>
      <PageHead title="API keys">
        <span className="flex-1" />
        {canWrite ? (
          <Button look="primary" onClick={() => setCreating(true)}>
            <Plus />
            New key
          </Button>
        ) : null}
      </PageHead>
      <div tabIndex={0} role="region" aria-label="Keys" className="min-h-0 flex-1 overflow-y-auto px-4 pb-5 outline-offset-[-2px]">
        <KeysTable
          keys={keys.data?.items ?? []}
          canWrite={canWrite}
          strip={
            fresh ? (
              <ShownOnce
                title={`${fresh.name}: copy the key now`}
                note="Shown this once; we keep only a hash."
                label="Key"
                value={fresh.key}
                onDone={() => setFresh(null)}
              />
            ) : null
          }
        >
          {keys.isPending ? (
            <RecordSkeleton />
          ) : keys.isError ? (
            <FailedPart
              title="The keys could not be loaded"
              advice="Programs still get in with theirs. Check your connection, then load them again."
              onRetry={() => void keys.refetch()}
              className="py-6"
            />
          ) : (
            <Blank title="No key yet" className="py-6">
              A key lets a program read and write here, with a role and an end. Press New key, and give it to the program.
            </Blank>
          )}
        </KeysTable>
      </div>
      <CreateKeyDialog isOpen={isCreating} onClose={() => setCreating(false)} ownRole={ownRole} onCreated={setFresh} />
    </>
  );
}
