import { z } from 'zod';

/** `RINGFENCE_DEV_ORG`: the organisation that is signed in to without a token, while developing. */
export const DevOrg = z.uuid('expected the id of an organisation');
