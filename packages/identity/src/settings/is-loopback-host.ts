const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;

/** Whether a host, without its port, is this very machine and nothing that merely begins like it (`localhost.evil.example`). */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}
