import { PASSWORD_LENGTHS } from '@ringfence/domain/session';

/** What makes a password one. */
export const PASSWORD_ADVICE = `Use ${PASSWORD_LENGTHS.shortest} to ${PASSWORD_LENGTHS.longest} characters.`;
