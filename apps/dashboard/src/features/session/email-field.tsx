import { TextField } from '../../ui/form/text-field.tsx';

/** The address of somebody's sign-in, where the page begins. */
export function EmailField({ error }: { readonly error: string | null }) {
  return <TextField label="Email" name="email" type="email" autoComplete="username" autoFocus spellCheck={false} error={error} />;
}
