import path from 'node:path';
import { claimPort } from './claim-port.ts';
import type { SupervisorEnvironment } from './env.ts';

/** The environment once the port is known to be free and the data folder is there; nothing is left open. */
export interface SettledEnvironment extends SupervisorEnvironment {
  /** Where people and providers find us, and what the ready line says where no other address is set. */
  readonly ownUrl: string;
  readonly publicUrl: string;
  readonly storageUrl: string;
}

export async function settleEnvironment(environment: SupervisorEnvironment): Promise<SettledEnvironment> {
  const { host } = environment;
  const port = await claimPort(host, environment.port);
  const ownUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    ...environment,
    port,
    ownUrl,
    publicUrl: environment.publicUrl ?? ownUrl,
    storageUrl: environment.storageUrl ?? `file:${path.join(environment.dataDir, 'recordings')}`,
  };
}
