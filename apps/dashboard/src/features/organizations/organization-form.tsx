import { UpdateOrganization } from '@ringfence/domain/organizations';
import { useMemo } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { Changed } from '../../ui/form/changed.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { UnsavedBar } from '../../ui/form/unsaved-bar.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import { useToast } from '../../ui/toasts.tsx';
import { timeZoneOptions } from './time-zone-options.ts';
import { useUpdateOrganization } from './use-update-organization.ts';

const LABELS = { name: 'Name', timeZone: 'Time zone' } as const;

interface OrganizationFormProps {
  readonly organization: { readonly name: string; readonly timeZone: string };
}

/** Name and time zone, which nothing saves by itself. */
export function OrganizationForm({ organization }: OrganizationFormProps) {
  const { name, timeZone } = organization;
  const update = useUpdateOrganization();
  const toast = useToast();
  const zones = useMemo(() => timeZoneOptions(timeZone), [timeZone]);
  const form = useSavedForm({
    saved: { name, timeZone },
    labels: LABELS,
    schema: UpdateOrganization,
    advice: { name: 'Enter a name of 1 to 120 characters.', timeZone: 'Choose a time zone from the list.' },
    submit: async (change) => {
      await update.mutateAsync(change);
      toast({ text: 'Saved' });
    },
    advise: adviseOn,
  });
  return (
    <form {...form.props}>
      <FormSection title="Organisation" about="Days, hours and figures of everyone here follow its time zone.">
        <div className="grid gap-x-4 tablet:grid-cols-2">
          <TextField
            label={LABELS.name}
            name="name"
            defaultValue={name}
            maxLength={120}
            error={form.errorOf('name')}
            aside={<Changed isChanged={form.changed.includes('name')} />}
            tip={form.changed.includes('name') ? `Was ${name}.` : null}
          />
          <SelectField
            label={LABELS.timeZone}
            name="timeZone"
            defaultValue={timeZone}
            options={zones}
            error={form.errorOf('timeZone')}
            aside={<Changed isChanged={form.changed.includes('timeZone')} />}
            tip={form.changed.includes('timeZone') ? `Was ${timeZone.replaceAll('_', ' ')}.` : null}
          />
        </div>
        <FormFailure>{form.failure}</FormFailure>
      </FormSection>
      <UnsavedBar {...form.bar} />
    </form>
  );
}
