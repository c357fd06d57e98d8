import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMinter } from "@/lib/db/open-minter";
import type { Runtime } from "@/lib/runtime";
import { openTestRuntime } from "@/lib/testing/test-runtime";

const BEAT = { timeout: 10_000, interval: 50 };

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

const seenAt = async (id: string) => {
  const minter = await runtime.db.minter.findUnique({ where: { id } });
  return minter?.seenAt.getTime() ?? 0;
};

describe("a process that mints", () => {
  it("has no row before its first code, one that beats afterwards, and none once it has ended", async () => {
    const minter = openMinter(runtime.env.DATABASE_URL);
    expect(await runtime.db.minter.count()).toBe(0);
    const id = await minter.ready();
    const first = await seenAt(id);
    expect(minter.mayCall(id)).toBe(true);
    await expect.poll(() => seenAt(id), BEAT).toBeGreaterThan(first);
    await minter.close();
    expect(await runtime.db.minter.count()).toBe(0);
    expect(minter.mayCall(id)).toBe(false);
    await expect(minter.ready()).rejects.toThrow("mints no more");
  });

  it("goes on under another name when others have given it up, and sends nothing more under the old one", async () => {
    const minter = openMinter(runtime.env.DATABASE_URL);
    const id = await minter.ready();
    await runtime.db.minter.delete({ where: { id } });
    await expect.poll(() => minter.mayCall(id), BEAT).toBe(false);
    const next = await minter.ready();
    expect(next).not.toBe(id);
    expect(minter.mayCall(next)).toBe(true);
    await minter.close();
  });

  it("that is told to stop calls no more, though its heart beats until it is closed", async () => {
    const minter = openMinter(runtime.env.DATABASE_URL);
    const id = await minter.ready();
    minter.stop();
    expect(minter.mayCall(id)).toBe(false);
    expect(await minter.ready()).toBe(id);
    await minter.close();
  });

  it("is not taken for dead right after the server's own start", async () => {
    const [{ isLost } = { isLost: null }] = await runtime.db.$queryRaw<{ isLost: boolean }[]>`
      SELECT minter_is_lost(pg_postmaster_start_time() - interval '1 day') AS "isLost"`;
    const [{ isYoung } = { isYoung: null }] = await runtime.db.$queryRaw<{ isYoung: boolean }[]>`
      SELECT pg_postmaster_start_time() > clock_timestamp() - interval '8 seconds' AS "isYoung"`;
    expect(isLost).toBe(!isYoung);
  });
});
