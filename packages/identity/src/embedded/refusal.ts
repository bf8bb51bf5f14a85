/** A refusal in the shape of better-auth's own: a code for programs, words for people. */
export function refusal(
  status: number,
  code: string,
  message: string,
  more: { field?: string; headers?: Record<string, string> } = {},
): Response {
  const { field, headers } = more;
  return Response.json({ code, message, ...(field === undefined ? {} : { field }) }, { status, ...(headers ? { headers } : {}) });
}
