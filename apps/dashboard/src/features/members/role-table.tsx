import { may, type Permission } from '@ringfence/domain';
import { ROLES } from '@ringfence/domain/members';
import { Check } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { Missing } from '../../ui/missing.tsx';
import { ROLE_NAMES } from './role-names.ts';

const DEEDS: readonly { readonly name: string; readonly permission: Permission }[] = [
  { name: 'Read, listen', permission: 'calls.read' },
  { name: 'Leads, articles', permission: 'leads.write' },
  { name: 'Connections', permission: 'connections.write' },
  { name: 'Members, invitations', permission: 'members.write' },
  { name: 'API keys', permission: 'apiKeys.write' },
  { name: 'Security log', permission: 'auditLog.read' },
];

/** The domain's own table of roles, as words. */
export function RoleTable() {
  return (
    <Card title="What a role may do">
      <table className="w-full border-separate border-spacing-0 [&_td]:border-t [&_td]:border-border [&_tbody_th]:border-t [&_tbody_th]:border-border">
        <thead className="text-caption text-muted-foreground">
          <tr>
            <td className="!border-0" />
            {ROLES.map((role) => (
              <th key={role} scope="col" className="h-7 font-book">
                {ROLE_NAMES[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DEEDS.map(({ name, permission }) => (
            <tr key={permission}>
              <th scope="row" className="h-7 text-left font-normal">
                {name}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="text-center">
                  {may(role, permission) ? (
                    <>
                      <Check className="mx-auto size-4 stroke-[2.25]" aria-hidden="true" />
                      <span className="sr-only">yes</span>
                    </>
                  ) : (
                    <Missing label="no" />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pt-2.5 text-caption text-pretty text-muted-foreground">
        A change of role, and a removal, hold from the next click on. Nobody gives a role above their own.
      </p>
    </Card>
  );
}
