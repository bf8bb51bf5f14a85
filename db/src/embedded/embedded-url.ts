import { SUPERUSER } from './initialise-cluster.ts';

export const DATABASE = 'ringfence';

/** The superuser's address of Ringfence's own database on an embedded Postgres. */
export function embeddedUrl(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
}
