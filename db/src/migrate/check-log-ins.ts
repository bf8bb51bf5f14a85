import postgres from 'postgres';
import { ConfigurationFailure } from '../configuration/configuration-failure.ts';
import { type DatabaseUrls, LOG_INS, type LogIn } from './log-ins.ts';

const REFUSED = new Set(['28P01', '28000']);

interface Session {
  readonly name: string;
  readonly passesPolicies: boolean;
}

/**
 * Logs in once with each address, and looks who that is: an address may name its user in its query too, and a role may have been given
 * rights since. A role that another installation made on the same cluster keeps its password, which we can't know.
 * @throws ConfigurationFailure naming the variable that has to hold its address.
 */
export async function checkLogIns(urls: DatabaseUrls): Promise<void> {
  await Promise.all((Object.keys(LOG_INS) as LogIn[]).map((logIn) => checkLogIn(logIn, urls[logIn])));
}

async function checkLogIn(logIn: LogIn, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [session] = await sql<Session[]>`
      select rolname as name, rolsuper or rolbypassrls as "passesPolicies" from pg_roles where rolname = session_user`;
    refuseAnother(logIn, session);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSED.has(String(error.code)))) throw error;
    throw new ConfigurationFailure(
      `${logIn.toUpperCase()}_DATABASE_URL: expected the address of ${LOG_INS[logIn]} with its password, for that role was there before and lets nobody in with ours.`,
    );
  } finally {
    await sql.end();
  }
}

function refuseAnother(logIn: LogIn, session: Session | undefined): void {
  const expected = `${logIn.toUpperCase()}_DATABASE_URL: expected the address of ${LOG_INS[logIn]}`;
  if (session?.name !== LOG_INS[logIn]) throw new ConfigurationFailure(`${expected}, found one that lets in ${session?.name}.`);
  if (session.passesPolicies)
    throw new ConfigurationFailure(`${expected} without SUPERUSER and BYPASSRLS: that role passes row-level security.`);
}
