import { useMe } from '../../features/organizations/use-me.ts';
import { useOrganization } from '../../features/organizations/use-organization.ts';
import { ChangePasswordForm } from '../../features/session/change-password-form.tsx';
import { ProfileForm } from '../../features/session/profile-form.tsx';
import { SignOutButton } from '../../features/session/sign-out-button.tsx';
import { FailedPart } from '../../ui/failed-part.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { FormSkeleton } from './form-skeleton.tsx';
import { SettingsFrame } from './settings-frame.tsx';

export function ProfilePage() {
  const me = useMe();
  const organization = useOrganization();
  usePageTitle('You', 'Settings', organization.data?.name);
  return (
    <SettingsFrame>
      {me.isPending || organization.isPending ? (
        <FormSkeleton />
      ) : me.data ? (
        <>
          <ProfileForm user={me.data.user} />
          {me.data.user.email === null ? null : <ChangePasswordForm />}
          <FormSection title="Sign out" about="Of this browser. Other devices stay signed in.">
            <SignOutButton />
          </FormSection>
        </>
      ) : (
        <FailedPart
          title="Your settings could not be loaded"
          advice="Nothing is lost. Check your connection, then load them again."
          onRetry={() => void me.refetch()}
        />
      )}
    </SettingsFrame>
  );
}
