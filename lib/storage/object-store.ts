import type { Readable } from "node:stream";

export interface StoredObject {
  byteSize: number;
}

/** What was measured of a stream while it was stored. */
export interface StoredStream extends StoredObject {
  sha256: string;
  crc32: number;
}

/** Where pictures lie. Keys are relative paths made by `object-keys.ts`, never by people. */
export interface ObjectStore {
  /**
   * Stores the bytes durably: when it returns they survive a power cut, and no
   * reader ever sees half of them. Storing a key again is allowed and changes nothing.
   * Throws DomainError `storage_unavailable` when the medium is full, read-only or broken.
   */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /**
   * The same for bytes that come one after the other and are too many for memory. When their source fails, nothing
   * is stored and what it threw is thrown.
   */
  putStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredStream>;
  /** Size of the object, or null when there is none. */
  stat(key: string): Promise<StoredObject | null>;
  /** The bytes as a stream; throws NotFoundError when there is no such object. */
  open(key: string): Promise<Readable>;
  /** The bytes from one place to another, both included, as a stream; throws NotFoundError. */
  openRange(key: string, start: number, end: number): Promise<Readable>;
  /** All bytes at once; for pictures, not for packs. */
  read(key: string): Promise<Buffer>;
  /** Keys of the objects that lie right below this prefix, which ends in `/`, sorted. It may have none. */
  list(prefix: string): Promise<string[]>;
  /** Removes all objects whose key begins with this, which ends in `/`. It may have none. */
  removeAll(prefix: string): Promise<void>;
  /** Throws `storage_unavailable` when fewer than `byteSize` bytes would fit. */
  ensureRoom(byteSize: number): Promise<void>;
}
