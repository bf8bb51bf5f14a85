import { Conflict } from '@ringfence/domain';
import { StatementFailed } from '@ringfence/tenancy';

/** Raised by the trigger that lets nobody be the last owner to go. */
const LAST_OWNER = 'RF001';

/** Runs a change of members. @throws Conflict if the organisation would be left without an owner: the database decides, whoever is first. */
export async function keepingAnOwner<T>(change: PromiseLike<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof StatementFailed && error.code === LAST_OWNER) {
      throw new Conflict('An organisation needs an owner. Make somebody else an owner first.');
    }
    throw error;
  }
}
