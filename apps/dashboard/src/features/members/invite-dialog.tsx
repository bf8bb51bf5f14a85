import { InviteMember } from '@ringfence/domain/invitations';
import { mayGrant, type Role, ROLES } from '@ringfence/domain/members';
import { adviseOn } from '../../app/advise-on.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { ROLE_NAMES } from './role-names.ts';
import { useInvite } from './use-invite.ts';

export interface NewInvitation {
  readonly email: string;
  readonly link: string;
}

interface InviteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly ownRole: Role;
  readonly onInvited: (invitation: NewInvitation) => void;
}

/** Asks for an address and a role. */
export function InviteDialog({ isOpen, onClose, ...rest }: InviteDialogProps) {
  return (
    <Dialog title="Invite somebody" isOpen={isOpen} onClose={onClose} size="narrow">
      <InviteForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function InviteForm({ onClose, ownRole, onInvited }: Omit<InviteDialogProps, 'isOpen'>) {
  const invite = useInvite();
  const roles = ROLES.filter((role) => mayGrant(ownRole, role)).toReversed();
  const form = useForm({
    schema: InviteMember,
    advice: { email: 'Enter the email address that they sign in with.', role: 'Choose a role.' },
    submit: async (invitation) => {
      const { link } = await invite.mutateAsync(invitation);
      onInvited({ email: invitation.email, link });
      onClose();
    },
    advise: adviseOn,
  });
  return (
    <form {...form.props} className="px-5 py-4">
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="off"
        autoFocus
        spellCheck={false}
        error={form.errorOf('email')}
        tip="Only somebody who signs in with this address can accept."
      />
      <SelectField
        label="Role"
        name="role"
        defaultValue="agent"
        options={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        error={form.errorOf('role')}
      />
      <FormFailure>{form.failure}</FormFailure>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" disabled={form.isPending}>
          {form.isPending ? 'Inviting…' : 'Invite'}
        </Button>
      </div>
    </form>
  );
}
