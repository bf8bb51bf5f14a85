import { currentInstallation } from '../installation/current-installation.ts';

export interface TestOrg {
  /** Its uuid. */
  readonly id: string;
  readonly name: string;
}

const named = new Map<string, Promise<TestOrg>>();

/** Makes an organisation. With a name for an id (`org-a-id`), that name stands for the same one wherever an `orgId` is asked. */
export function createTestOrg({ id }: { id?: string } = {}): Promise<TestOrg> {
  if (id === undefined) return create('Test organisation');
  const known = named.get(id) ?? create(id);
  named.set(id, known);
  return known;
}

/** The uuid that an `orgId` stands for: a name nobody used before makes an organisation. */
export async function resolveOrgId(orgId: string): Promise<string> {
  const known = [...named.values()];
  for (const org of await Promise.all(known)) if (org.id === orgId) return orgId;
  return isUuid(orgId) && !named.has(orgId) ? orgId : (await createTestOrg({ id: orgId })).id;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

async function create(name: string): Promise<TestOrg> {
  const installation = await currentInstallation();
  const { orgId } = await installation.createOrganization(name);
  return { id: orgId, name };
}
