import { describe, expect, it, onTestFinished } from "vitest";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import { createSandbox } from "@/lib/sandbox/server";
import { createWechatClient, type TokenWay } from "./client";
import { createMemoryTokenStore } from "./memory-token-store";
import { rejection, stillClock } from "./testing/wechat-double";
import type { TokenEvent } from "./token-events";

const { appid: APP_ID, secret: SECRET } = BUILT_IN_ACCOUNT;
const NOON = Date.UTC(2026, 2, 10, 4, 0, 30);
const MINUTE_MS = 60_000;
const SCENE = { scene: "a=1", width: 280 };

/** Two systems with the same classic secret, as two servers of one company have it. */
async function meet(secret = SECRET) {
  const clock = stillClock(NOON);
  const sandbox = await createSandbox({ now: () => clock.now().getTime() });
  onTestFinished(() => sandbox.close());
  const events: TokenEvent[] = [];
  const open = () => {
    const way: TokenWay = { secret: () => secret, tokenEndpoint: "token" };
    const client = createWechatClient({
      ...way,
      baseUrl: sandbox.url,
      appId: APP_ID,
      tokenStore: createMemoryTokenStore(),
      clock,
      onTokenEvent: (event) => events.push(event),
    });
    onTestFinished(() => client.close());
    return client;
  };
  const seen = () => sandbox.state.listRequests("token").length;
  return { clock, events, client: open(), other: open(), seen };
}

describe("the classic token and the sandbox", () => {
  it("mint with one token, and fetch the next one early", async () => {
    const { client, clock, seen } = await meet();
    await client.getWxacodeUnlimit(SCENE);
    await client.getWxacodeUnlimit(SCENE);
    expect(seen()).toBe(1);
    clock.advance(116 * MINUTE_MS);
    expect((await client.getWxacodeUnlimit(SCENE)).extension).toBe("jpg");
    expect(seen()).toBe(2);
  });

  it("recover when another system fetches one, and say so", async () => {
    const { client, other, clock, events, seen } = await meet();
    await client.getWxacodeUnlimit(SCENE);
    await other.getWxacodeUnlimit(SCENE);
    clock.advance(4 * MINUTE_MS);
    await client.getWxacodeUnlimit(SCENE);
    expect(seen()).toBe(2);
    clock.advance(2 * MINUTE_MS);
    expect((await client.getWxacodeUnlimit(SCENE)).extension).toBe("jpg");
    expect(events.slice(2)).toMatchObject([
      { kind: "refused", errcode: 40001, lifeLeftMs: 114 * MINUTE_MS },
      { kind: "fetched", forced: true, isNew: true },
    ]);
  });

  it("end a fight over the token after 10 replacements a day", async () => {
    const { client, other, clock, events } = await meet();
    for (let turn = 0; turn < 40; turn += 1) {
      await client.getWxacodeUnlimit(SCENE).catch(() => undefined);
      clock.advance(3 * MINUTE_MS);
      await other.getWxacodeUnlimit(SCENE).catch(() => undefined);
      clock.advance(3 * MINUTE_MS);
    }
    const forced = events.filter((event) => event.kind === "fetched" && event.forced);
    expect(forced.length).toBeLessThanOrEqual(20);
  });

  it("agree on a wrong secret", async () => {
    const { client } = await meet("wrong");
    const refused = { errcode: 40125, errorClass: "stop_forever", endpoint: "token" };
    expect(await rejection(client.getWxacodeUnlimit(SCENE))).toMatchObject(refused);
    expect(await client.checkCredentials()).toMatchObject({ ok: false, error: refused });
  });
});
