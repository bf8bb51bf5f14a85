import { InstallRefused } from '@ringfence/tenancy/install';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';

/** What the kernel won't install on, as what the operator must set right; anything else is given back as it is. */
export function asConfigurationFailure(error: unknown): unknown {
  if (!(error instanceof InstallRefused)) return error;
  if (error.reason === 'ahead') return new ConfigurationFailure(`${error.message} Update Ringfence.`);
  if (error.reason === 'changed') return new ConfigurationFailure(error.message);
  return new ConfigurationFailure(
    'RINGFENCE_SECRET_KEY does not fit this database: expected the key it was first started with, or that one as RINGFENCE_SECRET_KEY_PREVIOUS.',
  );
}
