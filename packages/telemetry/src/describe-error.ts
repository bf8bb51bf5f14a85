const DEEPEST_CAUSE = 4;

/** What may be told of an error: its kind, code and where it was thrown. A foreign error's message may hold values, so it stays out. */
export interface DescribedError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: readonly string[];
  readonly cause?: DescribedError;
}

/**
 * Describes an error without what drivers and parsers put into messages: parameters, rows, bodies. Messages of the classes in `SAFE`
 * are told, since those never repeat a value.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 60) : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(hasSafeMessage(error) ? { message: error.message } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** Names of our own errors, whose messages never repeat a value. Programming errors of the language quote code, not data. */
const SAFE = new Set([
  'ConfigurationFailure',
  'Conflict',
  'Forbidden',
  'InvalidInput',
  'NotFound',
  'PermanentFailure',
  'RangeError',
  'RateLimited',
  'ReferenceError',
  'StatementFailed',
  'TenantClientEnded',
  'TenantRefused',
  'TokenRefused',
  'TypeError',
  'Unavailable',
]);

function hasSafeMessage(error: Error): boolean {
  return SAFE.has(error.name);
}

/** The frames alone: V8 puts the message on the first lines of a stack. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replace(/file:\/\/\S*?\/(?=(?:packages|apps|db|node_modules)\/)/, ''));
}
