const BEGINS_HARMLESSLY = /^\s*\(?\s*(?:select|insert|update|delete|merge|with|values)\b/i;

/**
 * Whether a statement may leave something on its connection that outlives its transaction, by how it begins: SET, PREPARE, DECLARE, DO
 * and whatever isn't known. Nobody's statements may be under way behind such a one.
 */
export function mayLeaveSomething(text: string): boolean {
  return !BEGINS_HARMLESSLY.test(text);
}
