import { expect, it } from "vitest";

import { APPID, startSandbox } from "./sandbox-under-test";

const HOUR = 3_600_000;

async function startClock() {
  const under = await startSandbox();
  const url = `${under.sandbox.url}/__sandbox/clock`;
  const read = async () => (await fetch(url)).json();
  const move = async (body: object) => {
    const response = await fetch(url, { method: "PATCH", body: JSON.stringify(body) });
    return { status: response.status, json: await response.json() };
  };
  return { ...under, read, move };
}

it("shows the time and its offset, moves three ways, and is set right by a reset", async () => {
  const { read, move, sandbox } = await startClock();
  expect(await read()).toEqual({ now: "2026-03-10T04:00:30.000Z", offsetMs: 0 });
  await move({ advanceMs: HOUR });
  expect((await move({ advanceMs: 1 })).json).toEqual({
    now: "2026-03-10T05:00:30.001Z",
    offsetMs: HOUR + 1,
  });
  expect((await move({ at: "2026-03-10T12:00:00+08:00" })).json).toEqual({
    now: "2026-03-10T04:00:00.000Z",
    offsetMs: -30_000,
  });
  expect((await move({ offsetMs: 5 })).json.offsetMs).toBe(5);
  sandbox.state.reset();
  expect((await read()).offsetMs).toBe(0);
});

it("goes on running after it was moved", async () => {
  const { read, move, clock } = await startClock();
  await move({ at: "2030-01-01T00:00:00Z" });
  clock.nowMs += 1_000;
  expect((await read()).now).toBe("2030-01-01T00:00:01.000Z");
});

it("refuses anything but one sensible way of moving", async () => {
  const { read, move } = await startClock();
  const refused = [
    {},
    { advanceMs: 1, offsetMs: 1 },
    { advanceMs: -1 },
    { advanceMs: 367 * 24 * HOUR },
    { at: "tomorrow" },
    { at: "2106-01-01T00:00:00Z" },
    { offsetMs: -100 * 366 * 24 * HOUR },
    { hours: 1 },
  ];
  for (const body of refused) expect((await move(body)).status, JSON.stringify(body)).toBe(400);
  expect((await read()).offsetMs).toBe(0);
});

it("lets a token expire, and dates the rid and the log", async () => {
  const { move, mint, errcodeOf, sandbox } = await startClock();
  await move({ advanceMs: 2 * HOUR - 1 });
  expect(await errcodeOf("B", { scene: "x" })).toBe(0);
  await move({ advanceMs: 1 });
  const answer = await (await mint("B", { scene: "x" })).json();
  expect(answer.errcode).toBe(42001);
  const seconds = Date.parse("2026-03-10T06:00:30Z") / 1000;
  expect(answer.errmsg).toContain(`rid: ${seconds.toString(16)}-`);
  expect(sandbox.state.listRequests().at(-1)?.at).toBe("2026-03-10T06:00:30.000Z");
});

it("turns the minute of B and the day of A", async () => {
  const { sandbox, move, errcodeOf, fetchStable } = await startClock();
  sandbox.state.updateAccount(APPID, {
    rates: {
      getwxacodeunlimit: { period: "minute", limit: 1 },
      getwxacode: { period: "day", limit: 1 },
    },
  });
  const mintBoth = async (token?: string) => [
    await errcodeOf("B", { scene: "x" }, token),
    await errcodeOf("A", { path: "x" }, token),
  ];
  expect(await mintBoth()).toEqual([0, 0]);
  await move({ advanceMs: 29_999 });
  expect(await mintBoth()).toEqual([45009, 45009]);
  await move({ advanceMs: 1 });
  expect(await mintBoth()).toEqual([0, 45009]);
  await move({ at: "2026-03-11T00:00:00+08:00" });
  const { access_token: token } = await fetchStable();
  expect(await mintBoth(token)).toEqual([0, 0]);
});

it("set back, still forces a refresh", async () => {
  const { move, fetchStable } = await startClock();
  const first = await fetchStable({ force_refresh: true });
  await move({ offsetMs: -HOUR });
  const second = await fetchStable({ force_refresh: true });
  expect(second.access_token).not.toBe(first.access_token);
});
