import { describe, expect, it } from "vitest";
import { openLimiter } from "@/lib/gate/bounded-limiter";
import { addressKey } from "@/lib/core/address-key";

describe("a limiter", () => {
  it("tells the seconds to wait once the points of a minute are used up", async () => {
    const limiter = openLimiter(2);
    expect([await limiter.count("a"), await limiter.count("a")]).toEqual([0, 0]);
    expect(await limiter.count("a")).toBeGreaterThan(0);
    expect(await limiter.count("a")).toBeLessThanOrEqual(60);
    expect(await limiter.count("b")).toBe(0);
  });

  it("looks without counting", async () => {
    const limiter = openLimiter(1);
    expect([await limiter.waitFor("a"), await limiter.waitFor("a")]).toEqual([0, 0]);
    await limiter.count("a");
    expect(await limiter.waitFor("a")).toBeGreaterThan(0);
  });

  it("remembers no more keys than it was told, the latest of them", async () => {
    const limiter = openLimiter(1, 100);
    await limiter.count("first");
    await limiter.count("busy");
    for (let key = 0; key < 99; key += 1) await limiter.count(`flood ${key}`);
    await limiter.count("busy");
    for (let key = 0; key < 99; key += 1) await limiter.count(`flood ${key}`);
    expect(await limiter.count("busy")).toBeGreaterThan(0);
    expect(await limiter.count("first")).toBe(0);
  });
});

describe("an address", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "20010db800010002::"],
    ["2001:db8:1:2::9", "20010db800010002::"],
    ["::1", "0000000000000000::"],
    ["unknown", "unknown"],
    ["not:an:address", "not:an:address"],
  ])("%s counts as %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
