import { Forbidden } from '@ringfence/domain';
import type { SignedIn } from '../tokens/signed-in.ts';
import { identifiedProcedure } from './identified-procedure.ts';

/** For a person who is signed in, with or without an organisation. API keys have neither a session nor organisations to choose from. */
export const signedInProcedure = identifiedProcedure.use(({ ctx, next }) => next({ ctx: { signedIn: personOf(ctx.signedIn) } }));

function personOf(signedIn: SignedIn): SignedIn & { readonly userId: string } {
  const { userId } = signedIn;
  if (userId === null) throw new Forbidden('An API key can not do that: sign in as a person.');
  return { ...signedIn, userId };
}
