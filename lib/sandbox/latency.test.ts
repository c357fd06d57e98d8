import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";

import { drawLatencyMs, Latency } from "./latency";
import { startSandbox } from "./sandbox-under-test";
import { waitForCaller } from "./wait-for-caller";

/** The same even numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function draw(latency: Latency): number[] {
  const random = seeded(1);
  const drawn = Array.from({ length: 10_000 }, () => drawLatencyMs(latency, random));
  return drawn.toSorted((some, other) => some - other);
}

describe("a drawn delay", () => {
  it("is nothing or always the same", () => {
    expect(drawLatencyMs({ kind: "none" }, Math.random)).toBe(0);
    expect(drawLatencyMs({ kind: "fixed", ms: 70 }, Math.random)).toBe(70);
  });

  it("spreads evenly between two ends", () => {
    const drawn = draw({ kind: "uniform", minMs: 100, maxMs: 300 });
    expect([drawn[0], drawn.at(-1)]).toEqual([100, 300]);
    expect(drawn[2_500]).toBeCloseTo(150, -1);
    expect(drawn[7_500]).toBeCloseTo(250, -1);
  });

  it("has the median and the tail of a lognormal one, cut at the end", () => {
    const latency = { kind: "lognormal", medianMs: 1_000, sigma: 0.5, maxMs: 3_000 } as const;
    const drawn = draw(latency);
    expect(Math.abs((drawn[5_000] ?? 0) / 1_000 - 1)).toBeLessThan(0.03);
    // e^(0.5 · 1.2816) at nine in ten.
    expect(Math.abs((drawn[9_000] ?? 0) / 1_898 - 1)).toBeLessThan(0.03);
    expect(drawn.at(-1)).toBe(3_000);
    expect(drawLatencyMs(latency, () => 0)).toBe(1_000);
  });

  it("is ten minutes at most, and its ends are in order", () => {
    const refused = [
      { kind: "fixed", ms: 600_001 },
      { kind: "uniform", minMs: 2, maxMs: 1 },
      { kind: "lognormal", medianMs: 1, sigma: 6, maxMs: 2 },
      { kind: "lognormal", medianMs: 1, sigma: 1 },
    ];
    for (const latency of refused) expect(Latency.safeParse(latency).success).toBe(false);
  });
});

describe("an endpoint's delay", () => {
  it("comes after the work, and its own entry wins over *", async () => {
    const { sandbox, errcodeOf, fetchStable } = await startSandbox(() => 0.5);
    const patch = {
      latency: {
        "*": { kind: "fixed", ms: 600_000 },
        getwxacodeunlimit: { kind: "uniform", minMs: 100, maxMs: 300 },
        stable_token: { kind: "none" },
      },
    };
    const response = await fetch(`${sandbox.url}/__sandbox/settings`, {
      method: "PATCH",
      body: JSON.stringify(patch),
    });
    expect(await response.json()).toMatchObject(patch);
    expect((await fetchStable()).expires_in).toBe(7200);
    const start = performance.now();
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
    expect(performance.now() - start).toBeGreaterThan(190);
    const late = errcodeOf("A", { path: "x" }).catch((error: unknown) => String(error));
    const logged = () => sandbox.state.listRequests("getwxacode").at(-1);
    await expect.poll(() => logged()?.wasCounted).toBe(true);
    expect(logged()?.errcode).toBeNull();
    await sandbox.close();
    expect(await late).toContain("fetch failed");
  });

  it("refuses an endpoint that is not there", async () => {
    const { sandbox } = await startSandbox();
    const bad = { latency: { nowhere: { kind: "none" } } };
    expect(() => sandbox.state.configure(bad as object)).toThrow("nowhere");
  });
});

describe("a wait for a caller", () => {
  it("ends when the caller hangs up, and leaves no timer and no listener", async () => {
    const caller = Object.assign(new EventEmitter(), { destroyed: false });
    const waiting = waitForCaller(caller, 600_000);
    expect(caller.listenerCount("close")).toBe(1);
    caller.emit("close");
    await waiting;
    expect(caller.listenerCount("close")).toBe(0);
  });

  it("does not begin when the caller is already gone", async () => {
    const caller = Object.assign(new EventEmitter(), { destroyed: true });
    await waitForCaller(caller, 600_000);
    expect(caller.listenerCount("close")).toBe(0);
  });
});
