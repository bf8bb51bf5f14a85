import { failureOf } from '@ringfence/client';

/** What to do after a procedure failed, in a sentence for whoever asked for it. A conflict says in its own words what stands in the way. */
export function adviseOn(error: unknown): string {
  const failure = failureOf(error);
  switch (failure?.kind) {
    case 'conflict':
      return failure.message;
    case 'invalid-input':
      return 'The server did not take one of the values. Check them, then try again.';
    case 'forbidden':
    case 'unauthorized':
      return 'You may no longer do this. Load the page again to see what your role allows now.';
    case 'not-found':
      return 'It is no longer there. Load the page again to see what is.';
    case 'rate-limited':
      return 'That was too often in a short time. Wait a while, then try again.';
    case 'internal':
      return `Something went wrong on our side${failure.reference ? `, reference ${failure.reference}` : ''}. Try again in a moment.`;
    case 'unavailable':
    case 'unreachable':
    case 'aborted':
      return 'Ringfence did not answer. Check your connection, then try again.';
    case undefined:
      console.error(error);
      return 'This page made a mistake. Load it again.';
  }
}
