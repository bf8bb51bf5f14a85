/** What the bench tells the unprotected server; it starts the process itself, so nothing here is checked. */
export function readUnprotectedEnvironment() {
  const told = (name: string) => process.env[name] ?? '';
  return {
    port: Number(told('PORT')),
    databaseUrl: told('DATABASE_URL'),
    identityDatabaseUrl: told('IDENTITY_DATABASE_URL'),
    secretKey: Buffer.from(told('RINGFENCE_SECRET_KEY'), 'base64'),
    jwtSecret: told('RINGFENCE_JWT_SECRET'),
  };
}
