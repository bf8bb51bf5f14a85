import type { LogIn } from '@ringfence/db';

/** The installation secret of every test. */
export const TEST_SECRET_KEY = Buffer.alloc(32, 7);

/** Roles belong to the whole cluster, so that all test databases share these. */
export const TEST_PASSWORDS = { app: 'a', worker: 'w', identity: 'i', service: 's' } as const satisfies Record<LogIn, string>;
