import type { JwtIssuer } from '@ringfence/identity/settings';
import type { Logger, Metrics } from '@ringfence/telemetry';
import type { MailSender } from './mail/mail-sender.ts';

/** All that a server is made from; `env.ts` reads it for the program, tests give it themselves. */
export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port; `publicUrl` is the address that counts all the same. */
  readonly port: number;
  /** What providers call and sign, and the one origin that may sign in. */
  readonly publicUrl: string;
  /** Addresses or CIDR ranges whose `X-Forwarded-*` is believed. */
  readonly trustedProxies: readonly string[];
  readonly appDatabaseUrl: string;
  /** The same log-in without a pooler between, for notifications. */
  readonly directDatabaseUrl: string;
  readonly identityDatabaseUrl: string;
  /** The log-in that may ask whose an id is, after a miss; connected to when the first comes. */
  readonly serviceDatabaseUrl: string;
  readonly secretKey: Buffer;
  readonly previousSecretKey?: Buffer | undefined;
  /** Outside issuers of tokens, by their published keys. */
  readonly jwtIssuers?: readonly JwtIssuer[];
  readonly jwtSecret?: string | undefined;
  /** Until then an organisation in `user_metadata` counts where `app_metadata` names none. */
  readonly legacyUntil?: Date | undefined;
  /** Signs whoever comes without a token in to this organisation: for development on this machine alone. */
  readonly devOrg?: string | undefined;
  /** How mails leave. Without it they are kept for `GET /dev/mailbox`, and in production given up. */
  readonly mailSender?: MailSender | undefined;
  readonly isProduction?: boolean;
  readonly storageUrl: string;
  /** The built dashboard. */
  readonly dashboardFolder: string;
  readonly logger: Logger;
  /** One of its own when missing. */
  readonly metrics?: Metrics;
}
