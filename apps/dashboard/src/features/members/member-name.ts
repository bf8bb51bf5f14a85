/** What a member is called: by name, else by address, else by what their sign-in service calls them. */
export function memberName(member: { readonly name: string | null; readonly email: string | null }): string {
  return member.name ?? member.email ?? 'Someone without a name';
}
