import { useNavigate } from '@tanstack/react-router';
import { useMove } from '../../app/use-move.ts';
import { CreateOrganizationForm } from '../../features/organizations/create-organization-form.tsx';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { Crumb, Crumbs } from '../../ui/crumbs.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';

export function NewOrganizationPage() {
  const organization = useOrganization();
  const navigate = useNavigate();
  const { move } = useMove();
  usePageTitle('New organisation', organization.data?.name);
  return (
    <>
      <Crumbs>
        <Crumb>New organisation</Crumb>
      </Crumbs>
      <div className="min-h-0 flex-1 overflow-y-auto p-5">
        <div className="w-full max-w-82">
          <h1 className="text-title font-semibold tracking-[-0.01em]">New organisation</h1>
          <p className="pb-5 text-pretty text-muted-foreground">
            With its own calls, members and keys. You become its owner, and stay a member of the others.
          </p>
          <CreateOrganizationForm onCreated={() => void move(() => navigate({ to: '/calls' }))} />
        </div>
      </div>
    </>
  );
}
