/** The same log-in at the host, port and database of the direct address; the address as it is where there is no other. */
export function pastPooler(url: string, directUrl: string | undefined): string {
  if (directUrl === undefined) return url;
  const { username, password } = new URL(url);
  return Object.assign(new URL(directUrl), { username, password }).href;
}
