import { RotateSecret } from '@ringfence/domain/connections';
import { adviseOn } from '../../app/advise-on.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFailure } from '../../ui/form/form-failure.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import type { Connection } from './connection.ts';
import { SECRET_FIELDS } from './secret-fields.ts';
import { useRotateSecret } from './use-rotate-secret.ts';

interface NewSecretDialogProps {
  readonly connection: Connection;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** With the secret, where it was made here. */
  readonly onDone: (madeSecret: string | null) => void;
}

/** Takes the provider's new secret, or makes one where the provider takes any. */
export function NewSecretDialog({ isOpen, onClose, ...rest }: NewSecretDialogProps) {
  return (
    <Dialog title="New secret" isOpen={isOpen} onClose={onClose} size="narrow">
      <NewSecretForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function NewSecretForm({ connection, onClose, onDone }: Omit<NewSecretDialogProps, 'isOpen'>) {
  const rotate = useRotateSecret();
  const { fields, about } = SECRET_FIELDS[connection.provider];
  const form = useForm({
    schema: RotateSecret,
    advice: {
      secret: fields.length > 1 ? 'Enter one of the two, with 8 characters at least.' : 'Enter it whole: it has 8 characters at least.',
      fetchKey: 'Enter it whole: it has 8 characters at least.',
    },
    read: (words) => {
      const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value.trim() !== ''));
      // With nothing given the server would make a secret, of which this provider would know nothing.
      const isNothing = fields.length > 0 && Object.keys(given).length === 0;
      return { id: connection.id, ...given, ...(isNothing && { secret: '' }) };
    },
    submit: async (secrets) => {
      const { secret } = await rotate.mutateAsync(secrets);
      onDone(fields.length === 0 ? secret : null);
      onClose();
    },
    advise: adviseOn,
  });
  return (
    <form {...form.props} className="px-5 py-4">
      <p className="pb-4 text-read text-pretty">{about}</p>
      {fields.map(({ name, label, tip }, index) => (
        <TextField
          key={name}
          name={name}
          label={label}
          tip={tip}
          error={form.errorOf(name)}
          autoComplete="off"
          autoFocus={index === 0}
          spellCheck={false}
          maxLength={500}
        />
      ))}
      <FormFailure>{form.failure}</FormFailure>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" disabled={form.isPending}>
          {form.isPending ? 'Saving…' : fields.length === 0 ? 'Make new secret' : 'Save secret'}
        </Button>
      </div>
    </form>
  );
}
