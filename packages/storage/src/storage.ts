import type { Readable } from 'node:stream';

export interface StoredObject {
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Both ends count. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface ListedObject {
  readonly key: string;
  /** As it lies there, which need not be the sound's own size. */
  readonly sizeBytes: number;
  readonly storedAt: Date;
}

/**
 * Where sound lies. Keys are built by us, `org/<orgId>/…`; any other is refused with InvalidInput. What fails for the storage's own
 * reasons is a StorageUnavailable. A storage that encrypts with a key per organisation fits before another: every key begins with whose
 * it is, a sound is put whole, and read in ranges.
 */
export interface Storage {
  /** Stores the whole or nothing: a stream that breaks, or is too long (PermanentFailure), leaves no object behind. */
  put(key: string, sound: Readable, limits: { readonly maxBytes: number }): Promise<StoredObject>;
  /** A range behind the end is empty. @throws NotFound if there is no such object. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  size(key: string): Promise<number | null>;
  /** Quiet when there is nothing to remove. */
  remove(key: string): Promise<void>;
  /** All below `org/<orgId>` or a folder in it, ordered by key. */
  list(folder: string): AsyncIterable<ListedObject>;
  /** Removes what was begun below `org/<orgId>` before a time and never became an object; tells how many. */
  removeUnfinished(folder: string, begunBefore: Date): Promise<number>;
}
