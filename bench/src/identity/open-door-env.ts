/** What the bench tells the open door; it starts the process itself, so nothing here is checked. */
export function readOpenDoorEnvironment() {
  const told = (name: string) => process.env[name] ?? '';
  return {
    port: Number(told('PORT')),
    appDatabaseUrl: told('APP_DATABASE_URL'),
    secretKey: Buffer.from(told('RINGFENCE_SECRET_KEY'), 'base64'),
  };
}
