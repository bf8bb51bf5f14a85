/** The same address by another way: 127.0.0.1 at another port. */
export function atPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.port = String(port);
  return url.href;
}
