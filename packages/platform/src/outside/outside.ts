import type { ListedItem, ListWindow, ProviderAccount } from '@ringfence/domain/connections';
import type { Mail } from '@ringfence/domain/mail';
import type { Peaks, RecordingSource } from '@ringfence/domain/recordings';
import type { SoundFacts, Storage } from '@ringfence/storage';
import type { Caller } from '@ringfence/tenancy';
import type { Readable } from 'node:stream';

/** A sound that a provider gives, not yet read. */
export interface OpenSound {
  readonly stream: Readable;
  readonly contentType: string | null;
  readonly sizeBytes: number | null;
}

/** What jobs need of the world outside the database; the worker fills it. */
export interface JobsOutside {
  readonly storage: Storage;
  /** Measures an object that lies in storage. @throws PermanentFailure for what isn't a sound that we take. */
  readSoundFacts(key: string): Promise<SoundFacts>;
  /** Draws an object that lies in storage; null where its form isn't one that we decode. */
  readPeaks(key: string, facts: SoundFacts): Promise<Peaks | null>;
  /**
   * @throws PermanentFailure where no further attempt would help, SignInRefused where the connection must be mended first. `signal` ends
   * the stream too.
   */
  readonly recordingSource: { open(source: RecordingSource, signal: AbortSignal): Promise<OpenSound> };
  /** Pages of what a provider's own list has of a time, calls before their recordings. @throws ListFailed, also in the middle. */
  readonly providerLists: { list(account: ProviderAccount, window: ListWindow, signal: AbortSignal): AsyncIterable<readonly ListedItem[]> };
  readonly sealing: Sealing;
}

/** Keeps providers' secrets unreadable for whoever reads the database alone. */
export interface Sealing {
  seal(secret: string): Buffer;
  open(sealed: Buffer): string;
}

/** Somebody as the sign-in tables know them. */
export interface Person {
  readonly id: string;
  /** The address they sign in with, or that their issuer proved. */
  readonly email: string | null;
  readonly name: string;
  /** The outside issuer that knows them; null for who signs in here. */
  readonly issuer: string | null;
}

/** What procedures need of the world outside the database; the server fills it. */
export interface ProceduresOutside {
  /** An address of our own recording route, good for `expiresAt` at most and for this caller alone. */
  signRecordingLink(link: Caller & { recordingId: string }): { url: string; expiresAt: Date };
  /** Who a user is, or null when the sign-in tables don't know: the shared secret may name anybody. */
  findUser(userId: string): Promise<Person | null>;
  /** Those of the users that the sign-in tables know, in any order. */
  findUsers(userIds: readonly string[]): Promise<Person[]>;
  /** Who signs in here with an address, or null. */
  findUserByEmail(email: string): Promise<Person | null>;
  /** Hands a mail on and returns at once; whoever runs the server chose how mails leave. */
  postMail(mail: Mail): void;
  /** Keeps what a person told of a connection. */
  readonly sealing: Sealing;
  /** Where people find the dashboard, without a slash at its end. */
  readonly publicUrl: string;
  /** Makes an organisation the active one of a sign-in session: the next token carries it. */
  activateOrganization(sessionId: string, orgId: string): Promise<void>;
  /**
   * Ids of one organisation's calls that changed since the last look, until `signal` ends it. Follows from the moment of the
   * call, not of the first look. Every 4 s at the latest a look, an empty one if need be: the watcher checks its membership then.
   */
  watchCalls(orgId: string, signal: AbortSignal): AsyncIterable<readonly string[]>;
}

declare module '@ringfence/identity/trpc' {
  interface Outside extends ProceduresOutside {}
}
