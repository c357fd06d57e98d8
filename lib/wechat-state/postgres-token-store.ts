import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { AccessToken } from "@/lib/db/generated/client";
import { log } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import type { StoredToken, TokenStore } from "@/lib/wechat/token-store";

const LOOK_AGAIN_MS = 50;
/** 80 calls a second need not read it 80 times. */
const REMEMBERED_MS = 200;
/** A holder that dies is waited out so long; one that lives says so meanwhile. */
const LEASE_MS = 8_000;
const RENEW_EVERY_MS = 2_000;
/** A token in place of a refused one takes two requests, and a platform's two more. */
const REQUESTS_PER_LEASE = 4;

// One store per holder and process: token requests in flight are shared through it.
const stores = new WeakMap<Runtime, Map<string, RememberingStore>>();

interface RememberingStore extends TokenStore {
  /** The next reader asks the database. */
  forget(): void;
}

/** The token store of a mini program or a platform in this process. */
export function postgresTokenStoreOf(runtime: Runtime, holderId: string): RememberingStore {
  const known = stores.get(runtime) ?? new Map<string, RememberingStore>();
  stores.set(runtime, known);
  const store = known.get(holderId) ?? createPostgresTokenStore(runtime, holderId);
  known.set(holderId, store);
  return store;
}

/**
 * Token store on a row of `access_tokens`, encrypted; the holder is a mini program or a
 * platform. The lock is a lease and not a transaction: its holder talks to WeChat and renews
 * it meanwhile, and a holder that dies is waited out.
 */
function createPostgresTokenStore(runtime: Runtime, holderId: string): RememberingStore {
  const readNow = async () =>
    decode(runtime, await runtime.db.accessToken.findUnique({ where: { holderId } }));
  let recent: { token: StoredToken | null; atMs: number } | null = null;
  return {
    async read() {
      if (recent && performance.now() - recent.atMs < REMEMBERED_MS) return recent.token;
      const atMs = performance.now();
      const token = await readNow();
      recent = { token, atMs };
      return token;
    },
    forget() {
      recent = null;
    },
    async withLock(_key, fn) {
      const owner = randomUUID();
      await takeLease(runtime, holderId, owner);
      const renewal = setInterval(() => renew(runtime, holderId, owner), RENEW_EVERY_MS);
      try {
        // Read after the lease: whoever held it before us may just have stored a new token.
        const next = await fn(await readNow());
        await save(runtime, holderId, owner, next);
        recent = null;
        return next;
      } finally {
        clearInterval(renewal);
        await runtime.db.accessToken.updateMany({
          where: { holderId, leaseOwner: owner },
          data: { leaseOwner: null, leaseUntil: null },
        });
      }
    },
  };
}

async function takeLease(runtime: Runtime, holderId: string, owner: string): Promise<void> {
  const longestMs = runtime.env.WECHAT_TIMEOUT_MS * REQUESTS_PER_LEASE + LEASE_MS;
  const deadline = performance.now() + 2 * longestMs;
  while (performance.now() < deadline) {
    // The database's clock decides, so that processes with skewed clocks agree.
    const taken = await runtime.db.$executeRaw`
      INSERT INTO access_tokens AS held (holder_id, lease_owner, lease_until)
      VALUES (${holderId}::uuid, ${owner}::uuid, now() + ${LEASE_MS} * interval '1 millisecond')
      ON CONFLICT (holder_id) DO UPDATE
      SET lease_owner = EXCLUDED.lease_owner, lease_until = EXCLUDED.lease_until
      WHERE held.lease_until IS NULL OR held.lease_until < now()`;
    if (taken === 1) return;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error("The access token's lease was not given back in time.");
}

/** Nobody waits for it: a lease that ran out is taken by another, and then nothing is saved here. */
function renew(runtime: Runtime, holderId: string, owner: string): void {
  runtime.db.$executeRaw`
    UPDATE access_tokens SET lease_until = now() + ${LEASE_MS} * interval '1 millisecond'
    WHERE holder_id = ${holderId}::uuid AND lease_owner = ${owner}::uuid`.catch((error: unknown) =>
    log.warn({ err: error, holderId }, "the token's lease was not renewed"),
  );
}

async function save(
  runtime: Runtime,
  holderId: string,
  owner: string,
  { token, expiresAt, version }: StoredToken,
): Promise<void> {
  const ciphertext = sealSecret(runtime.env.MINTDESK_SECRET, placeOf(holderId), new Secret(token));
  await runtime.db.accessToken.updateMany({
    where: { holderId, leaseOwner: owner },
    data: { ciphertext, expiresAt, version },
  });
}

function decode(runtime: Runtime, row: AccessToken | null): StoredToken | null {
  if (!row?.ciphertext || !row.expiresAt) return null;
  const place = placeOf(row.holderId);
  const token = openSecret(runtime.env.MINTDESK_SECRET, place, row.ciphertext).reveal();
  return { token, expiresAt: row.expiresAt, version: row.version };
}

const placeOf = (holderId: string) => `access_tokens|token|${holderId}`;
