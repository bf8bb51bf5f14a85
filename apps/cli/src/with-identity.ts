import { type Identity, openIdentity } from '@ringfence/identity/embedded';
import type { Installation } from './installation.ts';

/** Opens the sign-in tables for the length of `work`. */
export async function withIdentity<T>(installation: Installation, work: (identity: Identity) => Promise<T>): Promise<T> {
  const { urls, secretKey, previousSecretKey, publicUrl } = installation;
  const identity = openIdentity({ databaseUrl: urls.identity, secretKey, previousSecretKey, publicUrl });
  try {
    return await work(identity);
  } finally {
    await identity.close();
  }
}
