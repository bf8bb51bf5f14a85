import type { Names } from './names.ts';

/** How a procedure is asked about things by name; null where it can be told no name at all. */
export type NamingInput = ((names: Names) => unknown) | null;

/** One for every procedure of the router: a procedure without an entry fails the matrix. */
export const PROCEDURE_CASES: Readonly<Record<string, NamingInput>> = {
  'calls.get': ({ callId }) => ({ id: callId }),
  'calls.list': ({ callsCursor }) => ({ cursor: callsCursor }),
  'calls.updates': ({ lastEventId }) => ({ lastEventId }),
  'connections.list': null,
  'knowledge.list': ({ articlesCursor }) => ({ cursor: articlesCursor }),
  'leads.list': ({ leadsCursor }) => ({ cursor: leadsCursor }),
  'organization.current': null,
  'recordings.link': ({ recordingId }) => ({ recordingId }),
  'session.me': null,
  'session.switch': ({ orgId }) => ({ orgId }),
};
