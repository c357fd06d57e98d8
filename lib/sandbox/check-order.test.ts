import { describe, expect, it } from "vitest";

import { APPID, startSandbox, type UnderTest } from "./sandbox-under-test";

const PAGE = "pages/index/index";

describe("the order of checks", () => {
  it("looks at the method first, then the token", async () => {
    const { sandbox, post, errcodeOf } = await startSandbox();
    const get = await fetch(`${sandbox.url}/wxa/getwxacodeunlimit`);
    expect(await get.json()).toMatchObject({ errcode: 43002 });
    const missing = await post("/wxa/getwxacodeunlimit", { access_token: "in the body" });
    expect(await missing.json()).toMatchObject({ errcode: 41001 });
    expect(await errcodeOf("B", "", "bad%20token")).toBe(40014);
    expect(await errcodeOf("B", "", "unknown")).toBe(40001);
    sandbox.state.retireTokens(APPID, { how: "expired" });
    expect(await errcodeOf("B", "")).toBe(42001);
  });

  it("answers a GET on C with 44002, or 43002 when switched", async () => {
    const { sandbox, token } = await startSandbox();
    const url = `${sandbox.url}/cgi-bin/wxaapp/createwxaqrcode?access_token=${token}`;
    expect(await (await fetch(url)).json()).toMatchObject({ errcode: 44002 });
    sandbox.state.configure({ getOnC: 43002 });
    expect(await (await fetch(url)).json()).toMatchObject({ errcode: 43002 });
  });

  it("tells an empty body from one that is not JSON", async () => {
    const { errcodeOf } = await startSandbox();
    for (const kind of ["A", "B", "C"] as const) expect(await errcodeOf(kind, "")).toBe(44002);
    expect(await errcodeOf("A", "path=x")).toBe(40159);
    expect(await errcodeOf("B", "scene=x")).toBe(40169);
    expect(await errcodeOf("C", "{")).toBe(40159);
  });

  it("checks value types before the scene, the scene before env_version, that before the page", async () => {
    const { errcodeOf } = await startSandbox();
    const wrong = { width: "430", scene: "", env_version: "none", page: "no/page" };
    expect(await errcodeOf("B", wrong)).toBe(47001);
    expect(await errcodeOf("B", { ...wrong, width: 430 })).toBe(40169);
    expect(await errcodeOf("B", { ...wrong, width: 430, scene: "x".repeat(33) })).toBe(40169);
    expect(await errcodeOf("B", { ...wrong, width: 430, scene: "100%" })).toBe(40129);
    expect(await errcodeOf("B", { ...wrong, width: 430, scene: "x" })).toBe(40097);
    const page = { scene: "x", page: "no/page" };
    expect(await errcodeOf("B", page)).toBe(41030);
    expect(await errcodeOf("B", { ...page, check_path: false })).toBe(0);
  });

  it("checks env_version before the length of a path, scancode_time last", async () => {
    const { errcodeOf } = await startSandbox();
    expect(await errcodeOf("A", { path: "", env_version: "none" })).toBe(40097);
    expect(await errcodeOf("A", { path: "scancode_time".repeat(100) })).toBe(40159);
    expect(await errcodeOf("A", { path: `${PAGE}?scancode_time=1` })).toBe(85096);
    expect(await errcodeOf("C", { path: `${PAGE}?scancode_time=1` })).toBe(85096);
    const page = { scene: "x", page: `${PAGE}?scancode_time=1` };
    expect(await errcodeOf("B", page)).toBe(41030);
    expect(await errcodeOf("B", { ...page, check_path: false })).toBe(85096);
  });
});

describe("value types", () => {
  const refusedTypes: [string, object][] = [
    ["width as a string", { width: "430" }],
    ["a boolean as a string", { is_hyaline: "true" }],
    ["check_path as a number", { check_path: 1 }],
    ["line_color as a JSON string", { line_color: '{"r":0,"g":0,"b":0}' }],
    ["a colour part that is no number", { line_color: { r: "red" } }],
    ["the token inside the body", { access_token: "x" }],
  ];
  it.each(refusedTypes)("refuses %s with 47001", async (_name, extra) => {
    const { errcodeOf } = await startSandbox();
    expect(await errcodeOf("B", { scene: "x", ...extra })).toBe(47001);
  });

  it("takes colour parts as numbers or strings, ignores unknown keys and any Content-Type", async () => {
    const { sandbox, token, errcodeOf } = await startSandbox();
    expect(await errcodeOf("B", { scene: "x", line_color: { r: "221", g: 0, b: "0" } })).toBe(0);
    expect(await errcodeOf("B", { scene: "x", colour: "red", auth_color: 3 })).toBe(0);
    const response = await fetch(`${sandbox.url}/wxa/getwxacodeunlimit?access_token=${token}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: JSON.stringify({ scene: "x" }),
    });
    expect(response.headers.get("content-type")).toBe("image/jpeg");
  });

  it("reads a numeric scene as a double, losing digits", async () => {
    const { mint } = await startSandbox();
    const response = await mint("B", '{"scene":412213075488489472}');
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="_412213075488489536"',
    );
  });

  it("refuses a body that is not UTF-8", async () => {
    const { sandbox, token } = await startSandbox();
    const response = await fetch(`${sandbox.url}/wxa/getwxacode?access_token=${token}`, {
      method: "POST",
      body: Buffer.from([0x7b, 0xc4, 0xe3, 0x7d]),
    });
    expect(await response.json()).toMatchObject({ errcode: 47001 });
  });
});

async function lengths({ errcodeOf }: UnderTest, kind: "A" | "C", paths: string[]) {
  return Promise.all(paths.map((path) => errcodeOf(kind, { path })));
}

describe("paths and pages", () => {
  it("counts 1,024 characters for A and 128 bytes for C", async () => {
    const under = await startSandbox();
    expect(await lengths(under, "A", ["码".repeat(1024), "x".repeat(1025)])).toEqual([0, 40159]);
    const forC = ["x".repeat(128), "x".repeat(129), "码".repeat(43)];
    expect(await lengths(under, "C", forC)).toEqual([0, 40159, 40159]);
  });

  it("wants path for A and C, and ignores path for B", async () => {
    const { errcodeOf } = await startSandbox();
    expect(await errcodeOf("A", { page: PAGE })).toBe(40159);
    expect(await errcodeOf("C", { page: PAGE })).toBe(40159);
    expect(await errcodeOf("B", { scene: "x", path: "no/page" })).toBe(0);
  });

  it("tolerates a leading slash for A and refuses it for B, checked or not", async () => {
    const { errcodeOf } = await startSandbox();
    expect(await errcodeOf("A", { path: `/${PAGE}` })).toBe(0);
    expect(await errcodeOf("B", { scene: "x", page: `/${PAGE}` })).toBe(41030);
    expect(await errcodeOf("B", { scene: "x", page: `/${PAGE}`, check_path: false })).toBe(41030);
  });

  it("checks the published version even for develop, and has no C without a release", async () => {
    const { sandbox, errcodeOf } = await startSandbox();
    const draft = { scene: "x", page: "pages/draft/index", env_version: "develop" };
    expect(await errcodeOf("B", draft)).toBe(41030);
    sandbox.state.updateAccount(APPID, { publishedPages: ["pages/draft/index"] });
    expect(await errcodeOf("B", draft)).toBe(0);
    sandbox.state.updateAccount(APPID, { publishedPages: [] });
    expect(await errcodeOf("C", { path: PAGE })).toBe(85079);
  });
});
