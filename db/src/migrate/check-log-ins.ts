import postgres from 'postgres';
import { ConfigurationFailure } from './configuration-failure.ts';
import { type DatabaseUrls, LOG_INS, type LogIn } from './log-ins.ts';

const REFUSED = new Set(['28P01', '28000']);

/**
 * Logs in once with each address. A role that another installation made on the same cluster keeps its password, which we can't know.
 * @throws ConfigurationFailure naming the variable that has to hold its address.
 */
export async function checkLogIns(urls: DatabaseUrls): Promise<void> {
  await Promise.all((Object.keys(LOG_INS) as LogIn[]).map((logIn) => checkLogIn(logIn, urls[logIn])));
}

async function checkLogIn(logIn: LogIn, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select`;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSED.has(String(error.code)))) throw error;
    throw new ConfigurationFailure(
      `${logIn.toUpperCase()}_DATABASE_URL: expected the address of ${LOG_INS[logIn]} with its password, for that role was there before and lets nobody in with ours.`,
    );
  } finally {
    await sql.end();
  }
}
