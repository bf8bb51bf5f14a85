import type { Dispatcher } from 'undici';

/** Hangs up on a body that nobody will read; what goes wrong with it from here on is nobody's loss. */
export function discardBody(body: Dispatcher.ResponseData['body']): void {
  body.on('error', ignore).destroy();
}

function ignore(): void {}
