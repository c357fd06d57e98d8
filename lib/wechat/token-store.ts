/** A token as it is kept. `version` counts the different tokens of one key, from 1. */
export interface StoredToken {
  readonly token: string;
  readonly expiresAt: Date;
  readonly version: number;
}

/** Where tokens live, shared by every process that calls WeChat for the same account. */
export interface TokenStore {
  read(key: string): Promise<StoredToken | null>;
  /**
   * Takes a lock that holds across processes, reads the token again inside it, and keeps what `fn`
   * returns. When `fn` rejects, nothing is kept and the rejection is passed on. `fn` asks WeChat,
   * so the lock must not sit in a transaction that others wait for.
   */
  withLock(
    key: string,
    fn: (current: StoredToken | null) => Promise<StoredToken>,
  ): Promise<StoredToken>;
}
