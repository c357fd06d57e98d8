import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { WechatClientOptions } from "./client";
import { NoTokenError } from "./errors";
import { jpegBytes } from "./testing/pictures";
import { type Answer, sendJson, sendPicture } from "./testing/serve";
import { bench, rejection, SECRET, stillClock } from "./testing/wechat-double";
import type { TokenEvent } from "./token-events";

const HOUR_MS = 3_600_000;
const pictures: Answer = (response) => sendPicture(response, jpegBytes);

type ListenOptions = Partial<WechatClientOptions> & { tokens?: Answer };

async function listen(answer: Answer, options: ListenOptions = {}) {
  const clock = stillClock();
  const events: TokenEvent[] = [];
  const onTokenEvent = (event: TokenEvent) => void events.push(event);
  const met = await bench(answer, { clock, onTokenEvent, ...options });
  return { ...met, clock, events, at: clock.now() };
}

describe("a token event", () => {
  it("says that a token was fetched, until when, and whether it is another one", async () => {
    const { client, clock, events, at } = await listen(pictures);
    await client.getWxacode({ path: "p" });
    await client.getWxacode({ path: "p" });
    const expiresAt = new Date(at.getTime() + 2 * HOUR_MS);
    const first = { kind: "fetched", at, expiresAt, forced: false, isNew: true };
    expect(events).toEqual([first]);
    clock.advance(2 * HOUR_MS);
    await client.getWxacode({ path: "p" });
    expect(events[1]).toMatchObject({ kind: "fetched", at: clock.now(), isNew: false });
  });

  it("says that none came, in the words of the failure", async () => {
    const { client, events, at } = await listen(pictures, {
      tokens: (response) => sendJson(response, { errcode: 40125, errmsg: "no" }),
    });
    const error = await rejection(client.getWxacode({ path: "p" }));
    expect(events).toEqual([{ kind: "failed", at, forced: false, error }]);
  });

  it("says that a fetcher had none, or failed with something that is no error", async () => {
    const none = new NoTokenError("no_ticket", "no ticket");
    const failures: unknown[] = [none, "words"];
    const fetchToken = () => Promise.reject(failures.shift());
    const { client, events } = await listen(pictures, { fetchToken });
    await rejection(client.getWxacode({ path: "p" }));
    await rejection(client.getWxacode({ path: "p" }));
    expect(events).toMatchObject([{ error: none }, { error: { message: "no token came" } }]);
  });

  it.each([40001, 40014, 42001])("says that %i refused a token before its end", async (errcode) => {
    const { client, events, clock, at } = await listen((response, request) =>
      request.query.get("access_token") === "TOKEN_1"
        ? sendJson(response, { errcode, errmsg: "access_token TOKEN_1 is not latest" })
        : pictures(response, request),
    );
    await client.getWxacode({ path: "p" });
    expect(events.slice(1)).toEqual([
      {
        kind: "refused",
        at,
        endpoint: "getwxacode",
        errcode,
        message: "access_token [redacted] is not latest",
        lifeLeftMs: 2 * HOUR_MS,
      },
      expect.objectContaining({ kind: "fetched", at: clock.now(), forced: true, isNew: true }),
    ]);
  });

  it("is told of every refusal, and of no other errcode", async () => {
    const errcodes = [40001, 42001, 41030];
    const { client, events } = await listen((response) =>
      sendJson(response, { errcode: errcodes.shift(), errmsg: "" }),
    );
    await rejection(client.getWxacode({ path: "p" }));
    await rejection(client.getWxacode({ path: "p" }));
    const refused = events.filter(({ kind }) => kind === "refused");
    expect(refused).toMatchObject([{ errcode: 40001 }, { errcode: 42001 }]);
  });

  it("has no part in the call: a listener that throws is ignored", async () => {
    const { client } = await listen(pictures, {
      onTokenEvent: () => {
        throw new Error("the listener is broken");
      },
    });
    expect((await client.getWxacode({ path: "p" })).extension).toBe("jpg");
  });

  it("holds neither token nor secret, and a check of credentials makes none", async () => {
    const { client, events } = await listen((response) => sendJson(response, { errcode: 40001 }));
    await client.checkCredentials();
    expect(events).toEqual([]);
    await rejection(client.getWxacode({ path: "p" }));
    const shown = inspect(events, { depth: 9, showHidden: true });
    expect(shown).not.toContain("TOKEN_");
    expect(shown).not.toContain(SECRET.slice(0, 8));
  });
});
