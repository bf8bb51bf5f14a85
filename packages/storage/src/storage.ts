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

/** Where sound lies. Keys are built by us, `org/<orgId>/…`; any other is refused with InvalidInput. */
export interface Storage {
  /** Stores the whole or nothing: a stream that breaks, or is too long (PermanentFailure), leaves no object behind. */
  put(key: string, sound: Readable, limits: { readonly maxBytes: number }): Promise<StoredObject>;
  /** @throws NotFound if there is no such object. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  size(key: string): Promise<number | null>;
  /** Quiet when there is nothing to remove. */
  remove(key: string): Promise<void>;
}
