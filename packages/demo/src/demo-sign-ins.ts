import type { DemoDoors } from './loading/demo-doors.ts';
import { findOrganization } from './loading/find-organization.ts';
import { DEMO_ORGANIZATIONS } from './organizations/demo-organizations.ts';

/** A line for each demo organisation that exists: its owner's e-mail, password, and its name, two spaces or more apart. */
export async function demoSignIns(doors: Pick<DemoDoors, 'app' | 'identity'>): Promise<string[]> {
  const owners = await Promise.all(
    DEMO_ORGANIZATIONS.map(async (organization) => {
      const owner = organization.members.find((member) => member.role === 'owner');
      return owner && (await findOrganization(doors, organization)) ? [[owner.email, owner.password, organization.name] as const] : [];
    }),
  );
  const rows = owners.flat();
  const [emailWidth, passwordWidth] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([email, password, name]) => `${email.padEnd(emailWidth ?? 0)}  ${password.padEnd(passwordWidth ?? 0)}  ${name}`);
}
