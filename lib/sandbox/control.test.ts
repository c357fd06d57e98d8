import { expect, it } from "vitest";

import { BUILT_IN_COMPONENT } from "./account";
import { APPID, startSandbox } from "./sandbox-under-test";

async function startControl() {
  const under = await startSandbox();
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${under.sandbox.url}/__sandbox${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === "" ? null : JSON.parse(text) };
  };
  return { ...under, call };
}

it("creates an account that can fetch tokens and mint", async () => {
  const { sandbox, call, errcodeOf } = await startControl();
  const account = { appid: "wx00000000000000a1", secret: "s3", publishedPages: ["pages/a/a"] };
  const created = await call("POST", "/accounts", account);
  expect([created.status, created.json]).toEqual([
    201,
    expect.objectContaining({ ...account, limit: 100_000, used: 0 }),
  ]);
  expect((await call("POST", "/accounts", account)).status).toBe(409);
  const query = `grant_type=client_credential&appid=${account.appid}&secret=s3`;
  const reply = await (await fetch(`${sandbox.url}/cgi-bin/token?${query}`)).json();
  expect(await errcodeOf("B", { scene: "x", page: "pages/a/a" }, reply.access_token)).toBe(0);
  expect((await call("GET", "/accounts")).json.accounts).toHaveLength(2);
  const platform = { ...account, appid: BUILT_IN_COMPONENT.appid };
  expect((await call("POST", "/accounts", platform)).status).toBe(409);
});

it("says what the administrator thinks of an address, when created and later", async () => {
  const { call } = await startControl();
  const account = { appid: "wx00000000000000a2", secret: "s3", ipVerdict: "pending" };
  expect((await call("POST", "/accounts", account)).json).toMatchObject({ ipVerdict: "pending" });
  const home = `/accounts/${account.appid}`;
  expect((await call("PATCH", home, { ipVerdict: "refused_day" })).json).toMatchObject({
    ipVerdict: "refused_day",
  });
  expect((await call("PATCH", home, { ipVerdict: "maybe" })).status).toBe(400);
  expect((await call("GET", `/accounts/${APPID}`)).json).toMatchObject({ ipVerdict: "open" });
});

it("sets counters, limits and rates, and shows them", async () => {
  const { call, errcodeOf } = await startControl();
  const patch = {
    limit: 10,
    used: 10,
    rates: { getwxacodeunlimit: { period: "minute", limit: 0 } },
  };
  expect((await call("PATCH", `/accounts/${APPID}`, patch)).json).toMatchObject({ used: 10 });
  expect(await errcodeOf("A", { path: "x" })).toBe(45029);
  expect(await errcodeOf("B", { scene: "x" })).toBe(45009);
  const [counters] = (await call("GET", "/counters")).json.accounts;
  expect(counters).toMatchObject({
    appid: APPID,
    limit: 10,
    used: 10,
    rates: { getwxacode: [{ period: "day", limit: 10_000, used: 1 }] },
  });
  expect(counters).not.toHaveProperty("secret");
});

it("ends tokens now, by expiry or as replaced", async () => {
  const { call, errcodeOf, fetchStable } = await startControl();
  await call("POST", `/accounts/${APPID}/tokens/retire`, { how: "expired" });
  expect(await errcodeOf("B", { scene: "x" })).toBe(42001);
  const { access_token: next } = await fetchStable();
  await call("POST", `/accounts/${APPID}/tokens/retire`, { how: "invalid", kind: "plain" });
  expect(await errcodeOf("B", { scene: "x" }, next)).toBe(0);
  await call("POST", `/accounts/${APPID}/tokens/retire`, { how: "invalid", kind: "stable" });
  expect(await errcodeOf("B", { scene: "x" }, next)).toBe(40001);
});

it("adds, lists and removes faults, and resets everything", async () => {
  const { call, errcodeOf } = await startControl();
  const rule = { endpoint: "*", fault: { kind: "errcode", errcode: -1 } };
  const { status, json } = await call("POST", "/faults", rule);
  expect(status).toBe(201);
  expect(await errcodeOf("B", { scene: "x" })).toBe(-1);
  expect((await call("GET", "/faults")).json.faults).toMatchObject([{ id: json.id, hits: 1 }]);
  expect((await call("DELETE", `/faults/${json.id}`)).status).toBe(204);
  expect((await call("DELETE", `/faults/${json.id}`)).status).toBe(404);
  await call("POST", "/faults", { endpoint: "*", fault: "empty" });
  await call("PATCH", "/settings", { numUsed: "off" });
  await call("POST", "/reset");
  expect((await call("GET", "/faults")).json.faults).toEqual([]);
  expect((await call("GET", "/settings")).json).toMatchObject({ numUsed: "A", latency: {} });
});

it("refuses bad input with 400 and says where", async () => {
  const { call } = await startControl();
  const both = { endpoint: "*", fault: "empty", times: 1, nth: 2 };
  expect((await call("POST", "/faults", both)).status).toBe(400);
  expect((await call("POST", "/faults", { endpoint: "*", fault: "slow" })).status).toBe(400);
  expect((await call("PATCH", "/settings", { latency: 5 })).json.issues).toHaveLength(1);
  expect((await call("POST", "/accounts", { appid: "gh_1", secret: "x" })).status).toBe(400);
  expect((await call("GET", "/accounts/wxnobody")).status).toBe(404);
});

it("logs calls without token and secret, a thousand at most", async () => {
  const { sandbox, call, errcodeOf, token } = await startControl();
  await errcodeOf("B", { scene: "x", access_token: token });
  await errcodeOf("B", `access_token=${token}&scene=x`);
  const { requests } = (await call("GET", "/requests?endpoint=getwxacodeunlimit")).json;
  expect(requests).toMatchObject([
    { endpoint: "getwxacodeunlimit", appid: APPID, errcode: 47001, body: { scene: "x" } },
    { method: "POST", errcode: 40169, body: "access_token=[removed]&scene=x" },
  ]);
  const all = JSON.stringify(sandbox.state.listRequests());
  expect(all).not.toContain(token);
  expect(all).not.toContain(sandbox.state.findAccount(APPID)?.secret);
  for (let count = 0; count < 1_005; count += 1) {
    const { requests: log } = sandbox.state;
    log.open({ at: "", endpoint: "token", method: "GET", appid: null }, "");
  }
  expect(sandbox.state.listRequests()).toHaveLength(1_000);
});
