import { redirect } from '@tanstack/react-router';
import { returnAddress } from '../../features/session/return-address.ts';
import type { RouterContext } from '../root-route.ts';

/** Before a page for those who aren't signed in: whoever is goes on to where they wanted to be. */
export async function leadOn({ session }: RouterContext, from: string | undefined): Promise<void> {
  const state = await session.restore();
  if (state.kind === 'signed-in') throw redirect({ href: returnAddress(from, location.origin), replace: true });
}
