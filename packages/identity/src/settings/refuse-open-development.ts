import { ConfigurationFailure } from '@ringfence/db';
import { isLoopbackHost } from './is-loopback-host.ts';

interface Reachable {
  readonly devOrg: string | undefined;
  readonly mode: string | undefined;
  readonly host: string;
  readonly publicUrl: string | undefined;
}

/** A sign-in without a token must never be reachable by anybody else. @throws ConfigurationFailure */
export function refuseOpenDevelopment({ devOrg, mode, host, publicUrl }: Reachable): void {
  if (devOrg === undefined) return;
  const reason = whyOpen(mode, host, publicUrl);
  if (reason !== null) throw new ConfigurationFailure(`RINGFENCE_DEV_ORG: expected nothing, since ${reason}.`);
}

function whyOpen(mode: string | undefined, host: string, publicUrl: string | undefined): string | null {
  if (mode === 'production') return 'NODE_ENV is production';
  if (!isLoopbackHost(host)) return 'HOST is not a loopback address';
  if (publicUrl !== undefined && !isLoopbackHost(new URL(publicUrl).hostname)) return 'PUBLIC_URL is not a loopback address';
  return null;
}
