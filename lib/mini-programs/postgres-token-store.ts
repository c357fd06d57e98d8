import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { AccessToken } from "@/lib/db/generated/client";
import type { Runtime } from "@/lib/runtime";
import type { StoredToken, TokenStore } from "@/lib/wechat/token-store";

const LOOK_AGAIN_MS = 50;
/** Added to WeChat's own time-out, so that a lease outlives the request it protects. */
const LEASE_MARGIN_MS = 5_000;

/**
 * Token store on the mini program's row, encrypted. The lock is a lease and not a
 * transaction: its holder talks to WeChat, and a holder that dies is waited out.
 */
export function createPostgresTokenStore(runtime: Runtime, miniProgramId: string): TokenStore {
  const leaseMs = runtime.env.WECHAT_TIMEOUT_MS + LEASE_MARGIN_MS;
  return {
    async read() {
      return decode(runtime, await runtime.db.accessToken.findUnique({ where: { miniProgramId } }));
    },
    async withLock(_key, fn) {
      const owner = randomUUID();
      await takeLease(runtime, miniProgramId, owner, leaseMs);
      try {
        // Read after the lease: whoever held it before us may just have stored a new token.
        const current = await this.read(_key);
        const next = await fn(current);
        await save(runtime, miniProgramId, owner, next);
        return next;
      } finally {
        await runtime.db.accessToken.updateMany({
          where: { miniProgramId, leaseOwner: owner },
          data: { leaseOwner: null, leaseUntil: null },
        });
      }
    },
  };
}

async function takeLease(
  runtime: Runtime,
  miniProgramId: string,
  owner: string,
  leaseMs: number,
): Promise<void> {
  const deadline = performance.now() + 2 * leaseMs;
  while (performance.now() < deadline) {
    // The database's clock decides, so that processes with skewed clocks agree.
    const taken = await runtime.db.$executeRaw`
      UPDATE access_tokens
      SET lease_owner = ${owner}::uuid, lease_until = now() + ${leaseMs} * interval '1 millisecond'
      WHERE mini_program_id = ${miniProgramId}::uuid
        AND (lease_until IS NULL OR lease_until < now())`;
    if (taken === 1) return;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error("The access token's lease was not given back in time.");
}

async function save(
  runtime: Runtime,
  miniProgramId: string,
  owner: string,
  { token, expiresAt, version }: StoredToken,
): Promise<void> {
  const ciphertext = sealSecret(
    runtime.env.MINTDESK_SECRET,
    placeOf(miniProgramId),
    new Secret(token),
  );
  await runtime.db.accessToken.updateMany({
    where: { miniProgramId, leaseOwner: owner },
    data: { ciphertext, expiresAt, version },
  });
}

function decode(runtime: Runtime, row: AccessToken | null): StoredToken | null {
  if (!row?.ciphertext || !row.expiresAt) return null;
  const place = placeOf(row.miniProgramId);
  const token = openSecret(runtime.env.MINTDESK_SECRET, place, row.ciphertext).reveal();
  return { token, expiresAt: row.expiresAt, version: row.version };
}

const placeOf = (miniProgramId: string) => `access_tokens|token|${miniProgramId}`;
