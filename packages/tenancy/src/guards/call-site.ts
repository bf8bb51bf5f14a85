const OWN_FOLDER = new URL('..', import.meta.url).pathname;

/** Its tests stand in the same folder, and are somebody else's code. */
function isKernel(frame: string): boolean {
  return frame.includes(OWN_FOLDER) && !frame.includes('.test.ts');
}

/** Where the code that called stands: the first place on the stack that is neither the kernel's nor a library's. */
export function callSite(): string {
  const frames = new Error('call site').stack?.split('\n').slice(1) ?? [];
  const own = frames.find((frame) => !isKernel(frame) && !frame.includes('node_modules') && !frame.includes('node:'));
  return own?.trim().replace(/^at /, '') ?? 'unknown';
}
