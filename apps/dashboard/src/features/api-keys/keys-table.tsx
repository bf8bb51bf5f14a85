import { type ReactNode, useState } from 'react';
import { adviseOn } from '../../app/advise-on.ts';
import { Button } from '../../ui/button.tsx';
import { Missing } from '../../ui/missing.tsx';
import { Question } from '../../ui/question.tsx';
import { RecordCell, RecordRow, RecordTable } from '../../ui/record-table.tsx';
import { Moment } from '../../ui/time/moment.tsx';
import type { ApiKey } from './api-key.ts';
import { KeyEnd } from './key-end.tsx';
import { useRevokeApiKey } from './use-revoke-api-key.ts';

interface KeysTableProps {
  readonly keys: readonly ApiKey[];
  readonly canWrite: boolean;
  /** What is shown once. */
  readonly strip: ReactNode;
  /** What stands in the place of rows while there are none. */
  readonly children: ReactNode;
}

/** Keys of programs, each with what is visible of it. */
export function KeysTable({ keys, canWrite, strip, children }: KeysTableProps) {
  return (
    <RecordTable
      title="Keys"
      note="For programs, in this organisation alone"
      heads={['Name, begins with', 'Last used', 'Role', 'Ends', 'Actions']}
      isEmpty={keys.length === 0}
      strip={strip}
    >
      {keys.length === 0 ? children : keys.map((apiKey) => <KeyRow key={apiKey.id} apiKey={apiKey} canWrite={canWrite} />)}
    </RecordTable>
  );
}

function KeyRow({ apiKey, canWrite }: { readonly apiKey: ApiKey; readonly canWrite: boolean }) {
  const revoke = useRevokeApiKey();
  const [isAsked, setAsked] = useState(false);
  return (
    <RecordRow>
      <RecordCell as="name">
        <b className="font-strong">{apiKey.name}</b> <span className="pl-1 text-muted-foreground">{apiKey.prefix}…</span>
      </RecordCell>
      <RecordCell as="more" phoneLabel="Last used">
        {apiKey.lastUsedAt ? <Moment at={apiKey.lastUsedAt} show="day" /> : <Missing label="never used" />}
      </RecordCell>
      <RecordCell as="role">
        <span className="capitalize">{apiKey.role}</span>
      </RecordCell>
      <RecordCell as="when" phoneLabel="ends">
        <KeyEnd apiKey={apiKey} />
      </RecordCell>
      <RecordCell as="act">
        {canWrite && apiKey.revokedAt === null ? (
          <Button look="ghost" size="small" onClick={() => setAsked(true)}>
            Revoke<span className="sr-only"> {apiKey.name}</span>
          </Button>
        ) : null}
        <Question
          title={`Revoke ${apiKey.name}?`}
          action="Revoke key"
          acting="Revoking…"
          isOpen={isAsked}
          onClose={() => setAsked(false)}
          onConfirm={async () => void (await revoke.mutateAsync({ id: apiKey.id }))}
          advise={adviseOn}
        >
          The program that uses it is refused from its next request on. A revoked key can’t be brought back; you can make a new one.
        </Question>
      </RecordCell>
    </RecordRow>
  );
}
