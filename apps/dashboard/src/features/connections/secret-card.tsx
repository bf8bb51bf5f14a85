import { useState } from 'react';
import { usePermission } from '../../app/use-permission.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { Connection } from './connection.ts';
import { NewSecretDialog } from './new-secret-dialog.tsx';

/** The way to another secret, which ends a pause of downloads. */
export function SecretCard({ connection }: { readonly connection: Connection }) {
  const toast = useToast();
  const mayWrite = usePermission('connections.write');
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const wasPaused = connection.pausedAt !== null;
  function finish(madeSecret: string | null) {
    setMade(madeSecret);
    toast({ text: wasPaused ? 'The new secret holds, and downloads go on' : 'The new secret holds' });
  }
  return (
    <Card
      title="Secret"
      aside={
        mayWrite ? (
          <Button size="small" onClick={() => setOpen(true)}>
            Set anew
          </Button>
        ) : null
      }
    >
      {made === null ? (
        <p className="pb-1 text-pretty text-muted-foreground">
          {wasPaused
            ? 'The provider no longer takes it. Set it anew, and downloads go on at once.'
            : 'Kept sealed, and never shown. Set it anew when it changes at the provider.'}
        </p>
      ) : (
        <div className="-mx-4">
          <ShownOnce
            title="Copy the secret now"
            note="Shown this once; we keep it sealed."
            label="Secret"
            value={made}
            onDone={() => setMade(null)}
          />
        </div>
      )}
      <NewSecretDialog connection={connection} isOpen={isOpen} onClose={() => setOpen(false)} onDone={finish} />
    </Card>
  );
}
