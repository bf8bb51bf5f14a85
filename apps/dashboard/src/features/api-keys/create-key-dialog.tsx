import { API_KEY_ROLES, CreateApiKey } from '@ringfence/domain/api-keys';
import { mayGrant, type Role } from '@ringfence/domain/members';
import { adviseOn } from '../../app/advise-on.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useCreateApiKey } from './use-create-api-key.ts';

const ROLE_NAMES = {
  viewer: 'Viewer: reads',
  agent: 'Agent: reads, writes leads and articles',
  admin: 'Admin: all but keys and owners',
} as const;

const DAY_MS = 24 * 60 * 60 * 1000;
const LIVES = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: '', label: 'Never, until it is revoked' },
] as const;

export interface NewKey {
  readonly name: string;
  readonly key: string;
}

interface CreateKeyDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly ownRole: Role;
  readonly onCreated: (key: NewKey) => void;
}

/** Asks for a name, a role and an end. */
export function CreateKeyDialog({ isOpen, onClose, ...rest }: CreateKeyDialogProps) {
  return (
    <Dialog title="New key" isOpen={isOpen} onClose={onClose} size="narrow">
      <CreateKeyForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function CreateKeyForm({ onClose, ownRole, onCreated }: Omit<CreateKeyDialogProps, 'isOpen'>) {
  const create = useCreateApiKey();
  const roles = API_KEY_ROLES.filter((role) => mayGrant(ownRole, role)).toReversed();
  const form = useForm({
    schema: CreateApiKey,
    advice: { name: 'Name the program, in 1 to 120 characters.', role: 'Choose a role.', expiresAt: 'Choose when it ends.' },
    read: ({ days, ...fields }) => (days ? { ...fields, expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() } : fields),
    submit: async (key) => {
      const made = await create.mutateAsync(key);
      onCreated({ name: key.name, key: made.key });
      onClose();
    },
    advise: adviseOn,
  });
  return (
    <form {...form.props} className="px-5 py-4">
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        autoFocus
        maxLength={120}
        error={form.errorOf('name')}
        tip="Of the program that uses it, such as “Website form”."
      />
      <SelectField
        label="Role"
        name="role"
        defaultValue="viewer"
        options={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        error={form.errorOf('role')}
      />
      <SelectField label="Ends" name="days" defaultValue="90" options={LIVES} error={form.errorOf('expiresAt')} />
      <FormFailure>{form.failure}</FormFailure>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" disabled={form.isPending}>
          {form.isPending ? 'Creating…' : 'Create key'}
        </Button>
      </div>
    </form>
  );
}
