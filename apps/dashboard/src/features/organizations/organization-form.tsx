import { UpdateOrganization } from '@ringfence/domain/organizations';
import { useMemo } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { Changed } from '../../ui/form/changed.tsx';
import { focusField } from '../../ui/form/form-fields.ts';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { UnsavedBar } from '../../ui/form/unsaved-bar.tsx';
import { useUnsavedChanges } from '../../ui/form/unsaved-changes.tsx';
import { useDraft } from '../../ui/form/use-draft.ts';
import { useForm } from '../../ui/form/use-form.ts';
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
  const draft = useDraft({ name, timeZone });
  const zones = useMemo(() => timeZoneOptions(timeZone), [timeZone]);
  const form = useForm({
    schema: UpdateOrganization,
    advice: { name: 'Enter a name of 1 to 120 characters.', timeZone: 'Choose a time zone from the list.' },
    submit: async (change) => {
      await update.mutateAsync(change);
      toast({ text: 'Saved' });
    },
    advise: adviseOn,
  });
  useUnsavedChanges(draft.changed.length > 0);
  const element = form.props.ref;
  function discard() {
    if (element.current) draft.discard(element.current);
    form.clear();
  }
  return (
    <form {...form.props} onInput={draft.onInput}>
      <FormSection title="Organisation" about="Days, hours and figures of everyone here follow its time zone.">
        <div className="grid gap-x-4 tablet:grid-cols-2">
          <TextField
            label={LABELS.name}
            name="name"
            defaultValue={name}
            maxLength={120}
            error={form.errorOf('name')}
            aside={<Changed isChanged={draft.changed.includes('name')} />}
            tip={draft.changed.includes('name') ? `Was ${name}.` : null}
          />
          <SelectField
            label={LABELS.timeZone}
            name="timeZone"
            defaultValue={timeZone}
            options={zones}
            error={form.errorOf('timeZone')}
            aside={<Changed isChanged={draft.changed.includes('timeZone')} />}
            tip={draft.changed.includes('timeZone') ? `Was ${timeZone.replaceAll('_', ' ')}.` : null}
          />
        </div>
        <FormFailure>{form.failure}</FormFailure>
      </FormSection>
      <UnsavedBar
        changed={draft.changed.map((field) => LABELS[field])}
        wrongCount={form.errors.length}
        onCorrect={() => element.current && focusField(element.current, form.errors[0])}
        isPending={form.isPending}
        onDiscard={discard}
      />
    </form>
  );
}
