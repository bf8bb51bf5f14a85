/**
 * A bearer token, or who is asked for one before every request and every (re)connection of a stream.
 * `refused` is the token that the server has just answered with 401: give another one, or reject.
 */
export type TokenSource = string | ((refused?: string) => Promise<string>);
