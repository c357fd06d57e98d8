import { beforeAll, describe, expect, it } from "vitest";
import { HeardScans } from "@/lib/gate/heard-scans";
import type { HeardScan } from "@/lib/gate/insert-heard";
import type { GatePool } from "@/lib/gate/open-pool";
import { log } from "@/lib/log";

const SCAN: HeardScan = {
  sceneId: "00000000-0000-7000-8000-000000000000",
  heardAtMs: 0,
  visitor: 0n,
  isReport: false,
  version: 1,
  sceneValue: null,
  device: null,
  testToken: null,
};

/** Takes inserts, and notes the visitors it was given; refuses while it is away. */
function inbox() {
  const taken: string[][] = [];
  const state = { isAway: false, taken };
  const pool: GatePool = {
    query: async ({ values }) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (state.isAway) throw new Error("away");
      taken.push(String(values?.[2]).slice(1, -1).split(","));
      return [];
    },
    openClient: () => Promise.reject(new Error("unused")),
    close: async () => undefined,
  };
  return { state, pool };
}

const scans = (from: number, count: number): HeardScan[] =>
  Array.from({ length: count }, (_, at) => ({ ...SCAN, visitor: BigInt(from + at) }));

beforeAll(() => {
  log.level = "silent";
});

describe("heard scans", () => {
  it("are written down together, a thousand at most at a time, in order", async () => {
    const { state, pool } = inbox();
    const heard = new HeardScans(pool);
    for (const scan of scans(0, 2_500)) heard.add(scan);
    await heard.close();
    expect(state.taken.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    expect(state.taken.flat()).toEqual(scans(0, 2_500).map(({ visitor }) => String(visitor)));
  });

  it("wait while the database is away, and are written down once", async () => {
    const { state, pool } = inbox();
    const heard = new HeardScans(pool);
    state.isAway = true;
    for (const scan of scans(0, 1_500)) heard.add(scan);
    expect(await heard.flush()).toBe(false);
    for (const scan of scans(1_500, 10)) heard.add(scan);
    expect(heard.waitingCount).toBe(1_510);
    state.isAway = false;
    expect(await heard.flush()).toBe(true);
    await heard.close();
    expect(state.taken.flat()).toEqual(scans(0, 1_510).map(({ visitor }) => String(visitor)));
  });

  it("are dropped, the oldest first, when more wait than there is room for", async () => {
    const { state, pool } = inbox();
    const heard = new HeardScans(pool, 100);
    state.isAway = true;
    for (const scan of scans(0, 1_000)) {
      heard.add(scan);
      expect(heard.waitingCount).toBeLessThanOrEqual(100);
    }
    await heard.flush();
    state.isAway = false;
    await heard.close();
    const written = state.taken.flat();
    expect(written.length).toBeGreaterThanOrEqual(99);
    expect(written.at(-1)).toBe("999");
    expect(written).toEqual(written.toSorted((one, other) => Number(one) - Number(other)));
  });
});
