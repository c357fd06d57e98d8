import { describe, expect, it } from "vitest";
import { createTokenSource } from "./access-token";
import { createMemoryTokenStore } from "./memory-token-store";
import { stillClock } from "./testing/wechat-double";
import type { TokenStore } from "./token-store";

const MINUTE_MS = 60_000;

/** A token server with WeChat's two modes (section 1.2), and a count of what it was asked. */
function account(clock: { now(): Date }, lifeSeconds = 7200) {
  let serial = 0;
  let endsAtMs = 0;
  const asked: boolean[] = [];
  const secondsLeft = () => Math.round((endsAtMs - clock.now().getTime()) / 1000);
  const issue = () => {
    serial += 1;
    endsAtMs = clock.now().getTime() + lifeSeconds * 1000;
  };
  return {
    asked,
    /** Another system forces a new token. */
    rotate: issue,
    fetchToken: async (forceRefresh: boolean) => {
      asked.push(forceRefresh);
      if (forceRefresh || secondsLeft() <= 300) issue();
      return { token: `T${serial}`, expiresInSeconds: secondsLeft() };
    },
  };
}

function setUp(lifeSeconds?: number, store: TokenStore = createMemoryTokenStore()) {
  const clock = stillClock();
  const wechat = account(clock, lifeSeconds);
  const options = { key: "key", store, clock, fetchToken: wechat.fetchToken };
  return { clock, wechat, options, source: createTokenSource(options) };
}

describe("get", () => {
  it("asks once for five callers at once, even through two sources", async () => {
    const { options, source, wechat } = setUp();
    const other = createTokenSource(options);
    const tokens = await Promise.all([
      source.get(),
      other.get(),
      source.get(),
      other.get(),
      source.get(),
    ]);
    expect(new Set(tokens.map(({ token }) => token))).toEqual(new Set(["T1"]));
    expect(wechat.asked).toEqual([false]);
  });

  it("takes the lock once for all callers of a process", async () => {
    const { read, withLock } = createMemoryTokenStore();
    let locks = 0;
    const counting: TokenStore = {
      read,
      withLock: (key, fn) => {
        locks += 1;
        return withLock(key, fn);
      },
    };
    const { source } = setUp(7200, counting);
    await Promise.all(Array.from({ length: 20 }, () => source.get()));
    expect(locks).toBe(1);
  });

  it("keeps a token until 5 minutes before its end", async () => {
    const { clock, source, wechat } = setUp();
    const first = await source.get();
    expect(first).toMatchObject({ token: "T1", version: 1 });
    expect(first.expiresAt.getTime() - clock.now().getTime()).toBe(7_200_000);
    clock.advance(114 * MINUTE_MS);
    expect((await source.get()).token).toBe("T1");
    expect(wechat.asked).toHaveLength(1);
    clock.advance(2 * MINUTE_MS);
    expect(await source.get()).toMatchObject({ token: "T2", version: 2 });
    expect(wechat.asked).toEqual([false, false]);
  });

  it("does not ask at every call when a token comes with 300 s left", async () => {
    const clock = stillClock();
    const asked: boolean[] = [];
    const fetchToken = async (forceRefresh: boolean) => {
      asked.push(forceRefresh);
      return { token: "T1", expiresInSeconds: 300 };
    };
    const store = createMemoryTokenStore();
    const source = createTokenSource({ key: "key", store, clock, fetchToken });
    for (let call = 0; call < 50; call += 1) await source.get();
    expect(asked).toHaveLength(1);
    clock.advance(MINUTE_MS);
    expect((await source.get()).version).toBe(1);
    expect(asked).toHaveLength(2);
  });

  it("looks a second time after taking the lock", async () => {
    const inner = createMemoryTokenStore();
    const expiresAt = new Date(stillClock().now().getTime() + 3_600_000);
    // Another process stores a token between the first look and the lock.
    const store: TokenStore = {
      read: async () => null,
      withLock: async (key, fn) => {
        await inner.withLock(key, async () => ({ token: "OTHER", expiresAt, version: 9 }));
        return inner.withLock(key, fn);
      },
    };
    const { source, wechat } = setUp(7200, store);
    expect((await source.get()).token).toBe("OTHER");
    expect(wechat.asked).toHaveLength(0);
  });

  it("goes on with the old token when an early refresh fails, and fails once that has ended", async () => {
    const { clock, options, source } = setUp();
    await source.get();
    let failures = 0;
    const failing = createTokenSource({
      ...options,
      fetchToken: async () => {
        failures += 1;
        throw new Error("down");
      },
    });
    clock.advance(117 * MINUTE_MS);
    expect((await failing.get()).token).toBe("T1");
    expect((await failing.get()).token).toBe("T1");
    expect(failures).toBe(1);
    clock.advance(3 * MINUTE_MS);
    await expect(failing.get()).rejects.toThrow("down");
  });

  it("asks again after a failure", async () => {
    const { options, wechat } = setUp();
    let down = true;
    const source = createTokenSource({
      ...options,
      fetchToken: async (forceRefresh) => {
        if (down) throw new Error("down");
        return wechat.fetchToken(forceRefresh);
      },
    });
    await expect(source.get()).rejects.toThrow("down");
    down = false;
    expect((await source.get()).token).toBe("T1");
  });
});

describe("replace", () => {
  it("takes over the token another system forced, without forcing", async () => {
    const { clock, source, wechat } = setUp();
    const refused = await source.get();
    clock.advance(10 * MINUTE_MS);
    wechat.rotate();
    expect(await source.replace(refused)).toMatchObject({ token: "T2", version: 2 });
    expect(wechat.asked).toEqual([false, false]);
  });

  it("forces once when the refused token comes back", async () => {
    const { clock, source, wechat } = setUp();
    const refused = await source.get();
    clock.advance(10 * MINUTE_MS);
    expect(await source.replace(refused)).toMatchObject({ token: "T2", version: 2 });
    expect(wechat.asked).toEqual([false, false, true]);
  });

  it("takes the later version another process stored, and asks nothing", async () => {
    const { clock, options, source, wechat } = setUp();
    const refused = await source.get();
    clock.advance(10 * MINUTE_MS);
    // A store object of its own stands for a process of its own: nothing but the store is shared.
    const { read, withLock } = options.store;
    const elsewhere = createTokenSource({ ...options, store: { read, withLock } });
    await elsewhere.replace(refused);
    const asked = wechat.asked.length;
    expect(await source.replace(refused)).toMatchObject({ token: "T2" });
    expect(wechat.asked).toHaveLength(asked);
  });

  it("refreshes once for many callers that were refused together", async () => {
    const { source, wechat } = setUp();
    const refused = await source.get();
    const replaced = await Promise.all(Array.from({ length: 20 }, () => source.replace(refused)));
    expect(new Set(replaced.map((stored) => stored?.token))).toEqual(new Set(["T2"]));
    expect(wechat.asked).toEqual([false, true]);
  });

  it("does not force twice in a minute, nor more than 10 times a day", async () => {
    const { clock, source, wechat } = setUp();
    let refused = await source.get();
    refused = (await source.replace(refused)) ?? refused;
    expect(await source.replace(refused)).toBeNull();
    for (let hour = 0; hour < 20; hour += 1) {
      clock.advance(60 * MINUTE_MS);
      refused = (await source.replace(await source.get())) ?? refused;
    }
    expect(wechat.asked.filter((forced) => forced)).toHaveLength(10);
    clock.advance(6 * 60 * MINUTE_MS);
    expect(await source.replace(await source.get())).not.toBeNull();
  });
});
