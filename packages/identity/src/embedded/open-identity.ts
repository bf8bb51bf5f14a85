import { openIdentityDatabase } from '@ringfence/db';
import type { Mail } from '@ringfence/domain/mail';
import { deriveKey } from '@ringfence/tenancy';
import { type ListedLegacyClaim, listLegacyClaims } from '../legacy-claims/list-legacy-claims.ts';
import type { JwtIssuer } from '../settings/jwt-issuers.ts';
import { findUserBySubject } from '../subjects/find-user-by-subject.ts';
import { linkSubject, type SubjectLink } from '../subjects/link-subject.ts';
import type { Subject } from '../subjects/subject.ts';
import type { VerifyToken } from '../tokens/create-token-verifier.ts';
import { openVerification } from '../tokens/open-verification.ts';
import { activateOrganization } from './activate-organization.ts';
import { createAuthDoor } from './create-auth-door.ts';
import { createAuth } from './create-auth.ts';
import { createFailureMemory } from './create-failure-memory.ts';
import { createUser, type NewUser } from './create-user.ts';
import { findUser, findUserByEmail, findUsers, type User } from './find-user.ts';
import { issuerName } from './issuer-name.ts';
import { type NewToken, signToken } from './sign-token.ts';
import { unlessDatabaseLost } from './unless-database-lost.ts';

export interface IdentityOptions {
  /** The address of the `ringfence_identity` log-in. */
  readonly databaseUrl: string;
  readonly secretKey: Buffer;
  /** Still good during a rotation. */
  readonly previousSecretKey?: Buffer | undefined;
  /** Where the browser finds us: the one origin that may sign in. */
  readonly publicUrl: string;
  /** Outside issuers, by their published keys. */
  readonly jwtIssuers?: readonly JwtIssuer[] | undefined;
  /** The HS256 secret of an outside issuer. */
  readonly jwtSecret?: string | undefined;
  /** Until then `user_metadata.org_id` of an outside token counts where `app_metadata.org_id` is missing. */
  readonly legacyUntil?: Date | undefined;
  /** Told of each such use. */
  readonly onLegacyClaim?: (() => void) | undefined;
  /** Judges bearer tokens that begin with `rf_`; without it none is taken. */
  readonly verifyApiKey?: VerifyToken | undefined;
  /** Hands a mail on and returns at once; without it none leaves. */
  readonly postMail?: ((mail: Mail) => void) | undefined;
  readonly log?: (level: 'warn' | 'error', message: string) => void;
}

/** Who is asking. Every function throws Unavailable when the sign-in tables can't be reached. */
export interface Identity {
  /** Answers `/auth/*`. */
  handle(request: Request): Promise<Response>;
  /** @throws TokenRefused */
  readonly verifyToken: VerifyToken;
  /** Makes a user, or finds the one who has the address already; that one stays as they are. */
  createUser(user: NewUser): Promise<{ userId: string }>;
  findUser(userId: string): Promise<User | null>;
  /** Those of the users that there are, in any order. */
  findUsers(userIds: readonly string[]): Promise<User[]>;
  findUserByEmail(email: string): Promise<User | null>;
  /** Who an outside issuer's subject is here, or null for one that was never seen nor linked. */
  findUserBySubject(subject: Subject): Promise<User | null>;
  /** Makes an outside issuer's subject one with a user. @throws NotFound; Conflict where it belongs somewhere as somebody else. */
  linkSubject(link: SubjectLink): Promise<void>;
  /** Who came in by `user_metadata.org_id`, the newest use first. */
  listLegacyClaims(): Promise<ListedLegacyClaim[]>;
  /** Whose keys can't be had just now, in words for `/readyz`. */
  degraded(): string[];
  /** A bearer token without a sign-in behind it, for the command line and tests. The membership isn't asked here: it is at every use. */
  signToken(token: NewToken): Promise<string>;
  /** Makes an organisation the active one of a sign-in session, after whoever calls looked the membership up. */
  activateOrganization(sessionId: string, orgId: string): Promise<void>;
  /** Makes the key that signs tokens, where there is none yet. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the embedded identity provider and the list of issuers whose tokens are taken. */
export function openIdentity({
  databaseUrl,
  secretKey,
  previousSecretKey,
  publicUrl,
  jwtIssuers = [],
  jwtSecret,
  legacyUntil,
  onLegacyClaim = () => {},
  verifyApiKey,
  postMail = () => {},
  log = () => {},
}: IdentityOptions): Identity {
  const { database, close } = openIdentityDatabase(databaseUrl);
  const previousKeys = previousSecretKey ? [deriveKey(previousSecretKey, 'identity')] : [];
  const identityKeys = [deriveKey(secretKey, 'identity'), ...previousKeys] as const;
  const issuer = issuerName(identityKeys[0]);
  const failures = createFailureMemory();
  const auth = createAuth({ database, identityKeys: [...identityKeys], issuer, publicUrl, log, onFailure: failures.note });
  const openDoor = createAuthDoor({ database, auth, publicUrl, postMail });
  const ownNames = identityKeys.map(issuerName);
  const verification = openVerification({ database, ownNames, jwtIssuers, jwtSecret, legacyUntil, verifyApiKey, onLegacyClaim, log });
  return {
    handle: (request) => unlessDatabaseLost(() => failures.rethrow(() => openDoor(request), log)),
    ...verification,
    createUser: (user) => unlessDatabaseLost(() => createUser(database, auth, user)),
    findUser: (userId) => unlessDatabaseLost(() => findUser(database, userId)),
    findUsers: (userIds) => unlessDatabaseLost(() => findUsers(database, userIds)),
    findUserByEmail: (email) => unlessDatabaseLost(() => findUserByEmail(database, email)),
    findUserBySubject: (subject) => unlessDatabaseLost(() => findUserBySubject(database, subject)),
    linkSubject: (link) => unlessDatabaseLost(() => linkSubject(database, link)),
    listLegacyClaims: () => unlessDatabaseLost(() => listLegacyClaims(database)),
    signToken: (token) => unlessDatabaseLost(() => signToken(auth, token)),
    activateOrganization: (sessionId, orgId) => unlessDatabaseLost(() => activateOrganization(database, sessionId, orgId)),
    prepare: () =>
      unlessDatabaseLost(async () => {
        await auth.api.getJwks();
      }),
    close,
  };
}
