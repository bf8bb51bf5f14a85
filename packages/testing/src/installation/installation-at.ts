import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Installation } from './installation.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const run = promisify(execFile);

/** What `npm start` runs at `url`, by the command line on the same data folder (`RINGFENCE_DATA_DIR`). A command takes some seconds. */
export function installationAt(url: string): Installation {
  return {
    url,
    createOrganization: (name) => ringfence('org', 'create', name),
    addMember: ({ orgId, email, role }) => ringfence('member', 'add', '--org', orgId, '--email', email, '--role', role),
    signToken: async ({ orgId, userId }) => (await ringfence<{ token: string }>('token', '--org', orgId, '--user', userId)).token,
    addConnection: (orgId) => ringfence('connection', 'add', '--org', orgId, '--provider', 'twilio'),
  };
}

/** Safe: each command's document is the contract's. */
async function ringfence<Document>(...command: string[]): Promise<Document> {
  const { stdout } = await run('npm', ['run', '-s', 'ringfence', '--', ...command, '--json'], { cwd: ROOT });
  return JSON.parse(stdout) as Document;
}
