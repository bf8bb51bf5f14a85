import { ringfenceJson } from './run-ringfence.ts';

export interface AddedMember {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

/** Adds somebody to an organisation, as an operator does. */
export async function addMember(variables: Readonly<Record<string, string>>, orgId: string, member: AddedMember): Promise<void> {
  const { email, password, role } = member;
  await ringfenceJson(variables, 'member', 'add', '--org', orgId, '--email', email, '--password', password, '--role', role);
}
