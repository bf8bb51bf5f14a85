import type { IdentityDatabase } from '@ringfence/db';
import { accounts, jwks, sessions, users, verifications } from '@ringfence/db/schema';
import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthMiddleware } from 'better-auth/api';
import { jwt } from 'better-auth/plugins/jwt';
import { and, eq, ne } from 'drizzle-orm';
import { EMBEDDED_ALGORITHM, EMBEDDED_AUDIENCE } from '../tokens/embedded-issuer.ts';
import { isMember, organizationIdsOf } from './memberships.ts';
import { readAccountAlways } from './read-account-always.ts';
import { versionedSecret } from './versioned-secret.ts';

/** The header in which a server tells the client's address; it never passes on one that a client sent. */
export const CLIENT_ADDRESS_HEADER = 'x-ringfence-client-address';

const SESSION_SECONDS = 7 * 24 * 3600;
const TOKEN_SECONDS = 300;

export interface AuthOptions {
  readonly database: IdentityDatabase['database'];
  /** The current identity key first; what the others encrypted can still be read. */
  readonly identityKeys: readonly [Buffer, ...Buffer[]];
  readonly issuer: string;
  readonly publicUrl: string;
  readonly log: (level: 'warn' | 'error', message: string) => void;
  /** Told of what better-auth answers with a bare 500. */
  readonly onFailure: (cause: unknown) => void;
}

/** better-auth over our sign-in tables: e-mail and password, sessions in a cookie, short-lived tokens. Memberships aren't its business. */
export function createAuth({ database, identityKeys, issuer, publicUrl, log, onFailure }: AuthOptions) {
  const { origin, protocol } = new URL(publicUrl);
  return betterAuth({
    appName: 'Ringfence',
    baseURL: origin,
    basePath: '/auth',
    trustedOrigins: [origin],
    secrets: identityKeys.map(versionedSecret),
    database: readAccountAlways(
      drizzleAdapter(database, {
        provider: 'pg',
        schema: { user: users, session: sessions, account: accounts, verification: verifications, jwks },
      }),
    ),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      // Whoever follows the link reads the mail of this address.
      onPasswordReset: async ({ user }) => {
        await database.update(users).set({ emailVerified: true }).where(eq(users.id, user.id));
      },
    },
    verification: { storeIdentifier: 'hashed' },
    hooks: {
      after: createAuthMiddleware(async ({ path, context }) => {
        const { session } = context;
        if (path !== '/change-password' || !session || context.returned instanceof Error) return;
        await database.delete(sessions).where(and(eq(sessions.userId, session.user.id), ne(sessions.id, session.session.id)));
      }),
    },
    session: {
      expiresIn: SESSION_SECONDS,
      additionalFields: { activeOrgId: { type: 'string', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const [first] = await organizationIdsOf(database, session.userId);
            return { data: { ...session, activeOrgId: first ?? null } };
          },
        },
      },
    },
    plugins: [
      jwt({
        disableSettingJwtHeader: true,
        jwks: { keyPairConfig: { alg: EMBEDDED_ALGORITHM, crv: 'Ed25519' } },
        jwt: {
          issuer,
          audience: EMBEDDED_AUDIENCE,
          expirationTime: `${TOKEN_SECONDS}s`,
          definePayload: async ({ user, session }) => {
            const orgId: unknown = session['activeOrgId'];
            const belongs = typeof orgId === 'string' && (await isMember(database, { userId: user.id, orgId }));
            return { sid: session.id, ...(belongs ? { app_metadata: { org_id: orgId } } : {}) };
          },
        },
      }),
    ],
    // Ours counts by account too, in one statement: see limits/.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'ringfence',
      useSecureCookies: protocol === 'https:',
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/auth' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: 'uuid' },
    },
    telemetry: { enabled: false },
    // Its further arguments hold addresses and bodies, so only the message goes on.
    logger: { level: 'warn', log: (level, message) => log(level === 'error' ? 'error' : 'warn', message) },
    onAPIError: { errorURL: origin, onError: onFailure },
  });
}

export type Auth = ReturnType<typeof createAuth>;
