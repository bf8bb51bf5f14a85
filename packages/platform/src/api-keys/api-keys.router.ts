import { CreateApiKey, RevokeApiKey } from '@ringfence/domain/api-keys';
import { makeApiKey } from '@ringfence/identity/api-keys';
import { protectedOrgProcedure, router } from '@ringfence/identity/trpc';
import { z } from 'zod';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export const apiKeysRouter = router({
  /** Keys of programs, with what is visible of them. Owners and admins. */
  list: protectedOrgProcedure
    .meta({ permission: 'apiKeys.read' })
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listApiKeys(ctx.db, ctx.outside)),
  /** Makes a key and tells it this once. Owners and admins, in person. */
  create: protectedOrgProcedure
    .meta({ permission: 'apiKeys.write' })
    .input(CreateApiKey)
    .mutation(({ ctx, input }) => createApiKey(ctx.db, input, makeApiKey())),
  /** Ends a key at once. Owners and admins, in person. */
  revoke: protectedOrgProcedure
    .meta({ permission: 'apiKeys.write' })
    .input(RevokeApiKey)
    .mutation(({ ctx, input }) => revokeApiKey(ctx.db, input)),
});
