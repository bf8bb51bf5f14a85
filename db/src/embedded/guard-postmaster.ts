import { spawn } from 'node:child_process';

/** Waits for its standard input to close, which happens however the process at its other end dies; then looks whether that Postgres still runs. */
const SCRIPT = `
  cat > /dev/null
  sleep 2
  if [ "$(head -n 1 "$2/postmaster.pid" 2> /dev/null)" = "$1" ]; then kill -INT "$1"; fi
  if [ -n "$3" ]; then sleep 2; rm -rf "$3"; fi`;

/**
 * Stops Postgres a moment after this process was killed with no time to do it, and removes `rubbish` if there is any.
 * Ends by itself after a clean stop, too.
 */
export function guardPostmaster(processId: number, clusterFolder: string, rubbish = ''): void {
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'ringfence-guard', String(processId), clusterFolder, rubbish], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  guard.unref();
  guard.on('error', (error) => process.emitWarning(`Nobody watches over Postgres: ${error.message}`));
}
