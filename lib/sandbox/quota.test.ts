import { describe, expect, it } from "vitest";

import { APPID, startSandbox } from "./sandbox-under-test";

const page = (name: string) => ({ scene: "x", page: name, check_path: false });

const path = (n: number) => ({ path: `pages/index/index?n=${n}` });

describe("the lifetime count", () => {
  it("is shared by A and C and not touched by B", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    await errcodeOf("A", path(1));
    await errcodeOf("C", path(1));
    await errcodeOf("B", { scene: "n=1" });
    expect(sandbox.state.findAccount(APPID)?.used).toBe(2);
  });

  it("does not count a refused call", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    await errcodeOf("A", { path: "" });
    expect(sandbox.state.findAccount(APPID)).toMatchObject({ used: 0, identities: 0 });
  });

  it("refuses new parameters at the limit with 45029, and still serves known ones", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    sandbox.state.updateAccount(APPID, { used: 99_998 });
    const order = [await errcodeOf("A", path(1)), await errcodeOf("C", path(2))];
    order.push(await errcodeOf("A", path(3)), await errcodeOf("C", path(4)));
    order.push(await errcodeOf("A", path(1)), await errcodeOf("C", path(2)));
    expect(order).toEqual([0, 0, 45029, 45029, 0, 0]);
    expect(sandbox.state.findAccount(APPID)?.used).toBe(100_000);
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
  });

  it("counts identical parameters once, also under parallel calls", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    const bodies = [path(1), { ...path(1), width: 430 }, { ...path(1), line_color: { r: "0" } }];
    await Promise.all([...bodies, ...bodies].map((body) => errcodeOf("A", body)));
    expect(sandbox.state.findAccount(APPID)?.used).toBe(1);
  });

  it("counts another look as another code, unless switched off", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    const looks = [{}, { width: 500 }, { is_hyaline: true }, { env_version: "trial" }];
    const mintAll = () => Promise.all(looks.map((look) => errcodeOf("A", { ...path(1), ...look })));
    sandbox.state.configure({ lookCounts: false });
    await mintAll();
    expect(sandbox.state.findAccount(APPID)?.used).toBe(1);
    sandbox.state.reset();
    expect(sandbox.state.findAccount(APPID)?.used).toBe(0);
  });

  it("takes four of the 100,000 for four looks by default", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    const looks = [{}, { width: 500 }, { is_hyaline: true }, { env_version: "trial" }];
    await Promise.all(looks.map((look) => errcodeOf("A", { ...path(1), ...look })));
    expect(sandbox.state.findAccount(APPID)?.used).toBe(4);
  });
});

describe("pages with check_path=false", () => {
  it("are 60,000 at most; known ones still work", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    sandbox.state.updateAccount(APPID, { uncheckedPages: 59_999 });
    const order = [await errcodeOf("B", page("a")), await errcodeOf("B", page("b"))];
    order.push(await errcodeOf("B", page("a")));
    expect(order).toEqual([0, 45029, 0]);
    expect(sandbox.state.findAccount(APPID)).toMatchObject({ uncheckedPages: 60_000, used: 0 });
  });

  it("answer 41030 or pass when switched", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    sandbox.state.updateAccount(APPID, { uncheckedPages: 60_000 });
    sandbox.state.configure({ uncheckedPagesErrcode: 41030 });
    expect(await errcodeOf("B", page("a"))).toBe(41030);
    sandbox.state.configure({ uncheckedPagesErrcode: 0 });
    expect(await errcodeOf("B", page("a"))).toBe(0);
  });

  it("leave checked pages, the home page, A and C alone", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    sandbox.state.updateAccount(APPID, { uncheckedPages: 60_000 });
    expect(await errcodeOf("B", { scene: "x", page: "pages/index/index" })).toBe(0);
    expect(await errcodeOf("B", { scene: "x", check_path: false })).toBe(0);
    expect(await errcodeOf("A", path(1))).toBe(0);
    expect(await errcodeOf("C", path(1))).toBe(0);
  });
});

describe("rates", () => {
  it("lets 5,000 B calls through a minute, then 45009, or 45011 when switched", async () => {
    const { sandbox, clock, errcodeOf } = await startSandbox();
    const rates = { getwxacodeunlimit: { period: "minute", used: 4_999 } } as const;
    sandbox.state.updateAccount(APPID, { rates });
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
    expect(await errcodeOf("B", { scene: "x" })).toBe(45009);
    sandbox.state.configure({ minuteLimitErrcode: 45011 });
    expect(await errcodeOf("B", { scene: "x" })).toBe(45011);
    clock.nowMs += 30_000;
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
  });

  it("counts the minute behind each call when windows slide", async () => {
    const { sandbox, clock, errcodeOf } = await startSandbox();
    const rates = { getwxacodeunlimit: { period: "minute", limit: 2 } } as const;
    sandbox.state.updateAccount(APPID, { rates });
    sandbox.state.configure({ rateWindows: "sliding" });
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
    clock.nowMs += 20_000;
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
    // The clock's minute has turned, the minute behind the call has not.
    clock.nowMs += 39_000;
    expect(await errcodeOf("B", { scene: "x" })).toBe(45009);
    clock.nowMs += 1_001;
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
    expect(await errcodeOf("B", { scene: "x" })).toBe(45009);
  });

  it("lets 10,000 A calls through a day, repeats included", async () => {
    const { sandbox, clock, errcodeOf, fetchPlain } = await startSandbox();
    const rates = { getwxacode: { period: "day", used: 9_999 } } as const;
    sandbox.state.updateAccount(APPID, { rates });
    expect(await errcodeOf("A", path(1))).toBe(0);
    expect(await errcodeOf("A", path(1))).toBe(45009);
    expect(await errcodeOf("C", path(1))).toBe(0);
    clock.nowMs += 12 * 3_600_000;
    const { access_token: token } = await fetchPlain();
    expect(await errcodeOf("A", path(1), token)).toBe(0);
  });
});
