import { describe, expect, it } from "vitest";
import { ENDPOINTS, type EndpointName } from "./endpoints";
import { WechatApiError } from "./errors";
import { createMemoryPauseStore } from "./memory-pause-store";
import { findPause, nextBeijingDay, nextMinute, pauseAfter } from "./pause-after";
import type { Pause } from "./pause-store";

const NOW = new Date("2026-03-10T04:00:30.500Z");
const NEXT_MINUTE = new Date("2026-03-10T04:01:00Z");
const NEXT_DAY = new Date("2026-03-10T16:00:00Z");

describe("the end of a pause", () => {
  it.each([
    ["2026-03-10T04:00:30.500Z", "2026-03-10T04:01:00.000Z"],
    ["2026-03-10T04:01:00.000Z", "2026-03-10T04:02:00.000Z"],
  ])("%s: the next minute is %s", (now, next) => {
    expect(nextMinute(new Date(now)).toISOString()).toBe(next);
  });

  it.each([
    ["2026-03-10T04:00:30.000Z", "2026-03-10T16:00:00.000Z"],
    ["2026-03-10T15:59:59.999Z", "2026-03-10T16:00:00.000Z"],
    ["2026-03-10T16:00:00.000Z", "2026-03-11T16:00:00.000Z"],
    ["2026-12-31T20:00:00.000Z", "2027-01-01T16:00:00.000Z"],
  ])("%s: the next day in Beijing is %s", (now, next) => {
    expect(nextBeijingDay(new Date(now)).toISOString()).toBe(next);
  });
});

describe("pauseAfter", () => {
  it.each<[EndpointName, number, Omit<Pause, "errcode"> | null]>([
    ["getwxacodeunlimit", 45009, { scope: "all", reason: "next_minute", until: NEXT_MINUTE }],
    ["getwxacode", 45011, { scope: "all", reason: "next_minute", until: NEXT_MINUTE }],
    ["generatescheme", 44990, { scope: "all", reason: "next_minute", until: NEXT_MINUTE }],
    ["stable_token", 45011, { scope: "all", reason: "next_minute", until: NEXT_MINUTE }],
    ["getwxacode", 45009, { scope: "getwxacode", reason: "next_day", until: NEXT_DAY }],
    ["generate_urllink", 44993, { scope: "generate_urllink", reason: "next_day", until: NEXT_DAY }],
    ["stable_token", 45009, { scope: "all", reason: "next_day", until: NEXT_DAY }],
    ["getwxacode", 45029, { scope: "limited", reason: "stop_forever", until: null }],
    ["createwxaqrcode", 45029, { scope: "limited", reason: "stop_forever", until: null }],
    ["stable_token", 40125, { scope: "all", reason: "stop_forever", until: null }],
    ["token", 40001, { scope: "all", reason: "stop_forever", until: null }],
    ["token", 45009, { scope: "all", reason: "next_day", until: NEXT_DAY }],
    ["api_component_token", 45009, { scope: "all", reason: "next_day", until: NEXT_DAY }],
    ["api_authorizer_token", 45011, { scope: "all", reason: "next_minute", until: NEXT_MINUTE }],
    ["api_component_token", 40125, null],
    ["api_component_token", 40001, null],
    ["api_authorizer_token", 61004, null],
    ["genwxashortlink", 85400, { scope: "genwxashortlink", reason: "stop_forever", until: null }],
    ["getwxacode", 40001, null],
    ["getwxacode", -1, null],
    ["getwxacodeunlimit", 41030, null],
  ])("%s with %i", (endpoint, errcode, expected) => {
    const pause = pauseAfter(new WechatApiError(endpoint, errcode, ""), NOW);
    expect(pause).toEqual(expected && { ...expected, errcode });
  });
});

const heldBy = (pause: Partial<Pause>): EndpointName[] => {
  const whole = { scope: "all", reason: "next_day", until: null, errcode: 1, ...pause } as const;
  const names = Object.keys(ENDPOINTS) as EndpointName[];
  const state = { pauses: [whole], refusedTokens: 0 };
  return names.filter((name) => findPause(state, name, NOW) !== null);
};

describe("findPause", () => {
  it("holds back what the scope covers, until the end", () => {
    expect(heldBy({ scope: "limited" })).toEqual(["getwxacode", "createwxaqrcode"]);
    expect(heldBy({ scope: "queryscheme" })).toEqual(["queryscheme"]);
    expect(heldBy({})).toHaveLength(Object.keys(ENDPOINTS).length);
    expect(heldBy({ until: NOW })).toEqual([]);
    expect(heldBy({ until: new Date(NOW.getTime() + 1) })).not.toEqual([]);
  });
});

const pause = (until: Date | null): Pause => ({
  scope: "all",
  reason: "stop_forever",
  until,
  errcode: 1,
});

describe("the memory store", () => {
  it("keeps the later of two ends, and forgets all when lifted", async () => {
    const store = createMemoryPauseStore();
    await store.pause("k", pause(NEXT_DAY));
    await store.pause("k", pause(NEXT_MINUTE));
    expect((await store.read("k")).pauses).toEqual([pause(NEXT_DAY)]);
    await store.pause("k", pause(null));
    await store.pause("k", pause(NEXT_DAY));
    expect((await store.read("k")).pauses).toEqual([pause(null)]);
    expect(await store.countRefusedToken("k")).toBe(1);
    expect(await store.countRefusedToken("k")).toBe(2);
    expect((await store.read("other")).pauses).toEqual([]);
    await store.lift("k");
    expect(await store.read("k")).toEqual({ pauses: [], refusedTokens: 0 });
  });
});
