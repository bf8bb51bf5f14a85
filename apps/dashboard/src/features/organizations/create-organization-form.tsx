import { CreateOrganization } from '@ringfence/domain/organizations';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { useApi } from '../../app/api.ts';
import { Button } from '../../ui/button.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { timeZoneOptions } from './time-zone-options.ts';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A new organisation, of which one is the owner. */
export function CreateOrganizationForm({ onCreated }: { readonly onCreated: () => void }) {
  const api = useApi();
  const create = useMutation(api.organization.create.mutationOptions());
  const zones = useMemo(() => timeZoneOptions(HERE), []);
  const form = useForm({
    schema: CreateOrganization,
    advice: { name: 'Enter a name of 1 to 120 characters.', timeZone: 'Choose a time zone from the list.' },
    submit: async (organization) => {
      await create.mutateAsync(organization);
      onCreated();
    },
    advise: adviseOn,
  });
  return (
    <form {...form.props}>
      <TextField label="Organisation’s name" name="name" autoComplete="organization" maxLength={120} error={form.errorOf('name')} />
      <SelectField
        label="Time zone"
        name="timeZone"
        defaultValue={HERE}
        options={zones}
        error={form.errorOf('timeZone')}
        tip="Days and hours of everyone in it follow this."
      />
      <FormFailure>{form.failure}</FormFailure>
      <Button type="submit" look="primary" size="entry" disabled={form.isPending}>
        {form.isPending ? 'Creating…' : 'Create organisation'}
      </Button>
    </form>
  );
}
