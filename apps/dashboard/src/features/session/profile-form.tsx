import { RenameUser } from '@ringfence/domain/session';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api.ts';
import { Changed } from '../../ui/form/changed.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { UnsavedBar } from '../../ui/form/unsaved-bar.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import { useToast } from '../../ui/toasts.tsx';
import { adviseOnAuth } from './advise-on-auth.ts';
import { postAuth } from './post-auth.ts';

interface ProfileFormProps {
  readonly user: { readonly name: string | null; readonly email: string | null };
}

/** One's own name, which nothing saves by itself. */
export function ProfileForm({ user }: ProfileFormProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const toast = useToast();
  const saved = user.name ?? '';
  const form = useSavedForm({
    saved: { name: saved },
    labels: { name: 'Name' },
    schema: RenameUser,
    advice: { name: 'Enter your name, as others should see it.' },
    submit: async ({ name }) => {
      await postAuth('/auth/update-user', { name });
      await Promise.all([queryClient.invalidateQueries(api.session.pathFilter()), queryClient.invalidateQueries(api.members.pathFilter())]);
      toast({ text: 'Saved' });
    },
    advise: adviseOnAuth,
  });
  const isChanged = form.changed.length > 0;
  return (
    <form {...form.props}>
      <FormSection title="You" about="Seen by members of all your organisations.">
        <div className="grid gap-x-4 tablet:grid-cols-2">
          <TextField
            label="Name"
            name="name"
            autoComplete="name"
            defaultValue={saved}
            maxLength={120}
            error={form.errorOf('name')}
            aside={<Changed isChanged={isChanged} />}
            tip={isChanged && saved ? `Was ${saved}.` : null}
          />
          <dl className="pb-4">
            <dt className="pb-1.5 font-medium">Email</dt>
            <dd className="flex min-h-9 items-center text-muted-foreground">
              {user.email ?? 'None: you come from another sign-in service.'}
            </dd>
          </dl>
        </div>
        <FormFailure>{form.failure}</FormFailure>
      </FormSection>
      <UnsavedBar {...form.bar} />
    </form>
  );
}
