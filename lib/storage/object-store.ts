import type { Readable } from "node:stream";

export interface StoredObject {
  byteSize: number;
}

/** Where pictures lie. Keys are relative paths made by `object-keys.ts`, never by people. */
export interface ObjectStore {
  /**
   * Stores the bytes durably: when it returns they survive a power cut, and no
   * reader ever sees half of them. Storing a key again is allowed and changes nothing.
   * Throws DomainError `storage_unavailable` when the medium is full, read-only or broken.
   */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Size of the object, or null when there is none. */
  stat(key: string): Promise<StoredObject | null>;
  /** The bytes as a stream; throws NotFoundError when there is no such object. */
  open(key: string): Promise<Readable>;
  /** All bytes at once; for pictures, not for packs. */
  read(key: string): Promise<Buffer>;
  /** Throws `storage_unavailable` when fewer than `byteSize` bytes would fit. */
  ensureRoom(byteSize: number): Promise<void>;
}
