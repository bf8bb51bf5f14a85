import { InvalidInput } from '@ringfence/domain';
import { ConfigurationFailure } from '@ringfence/db';

/** Whether the operator must set something right: a variable that is wrong or missing. */
export function isConfiguration(error: unknown): error is ConfigurationFailure | InvalidInput {
  return error instanceof ConfigurationFailure || error instanceof InvalidInput;
}
