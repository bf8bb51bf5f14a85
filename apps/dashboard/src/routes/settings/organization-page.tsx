import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { OrganizationForm } from '../../features/organizations/organization-form.tsx';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { usePermission } from '../../app/use-permission.ts';
import { Button } from '../../ui/button.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { Pair, Pairs } from '../../ui/pairs.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { FormSkeleton } from './form-skeleton.tsx';
import { SettingsFrame } from './settings-frame.tsx';

export function OrganizationPage() {
  const organization = useOrganization();
  const canWrite = usePermission('organization.write');
  usePageTitle('Organisation', 'Settings', organization.data?.name);
  return (
    <SettingsFrame>
      {organization.data ? (
        <>
          {canWrite ? (
            <OrganizationForm organization={organization.data} />
          ) : (
            <FormSection title="Organisation" about="Owners and admins can change this.">
              <Pairs>
                <Pair name="Name">{organization.data.name}</Pair>
                <Pair name="Time zone">{organization.data.timeZone.replaceAll('_', ' ')}</Pair>
              </Pairs>
            </FormSection>
          )}
          <FormSection title="Another organisation" about="With its own calls, members and keys. You become its owner.">
            <Button asChild>
              <Link to="/new-organization">
                <Plus />
                New organisation
              </Link>
            </Button>
          </FormSection>
        </>
      ) : (
        <FormSkeleton />
      )}
    </SettingsFrame>
  );
}
