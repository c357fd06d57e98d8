import { once } from "node:events";
import { request } from "node:http";
import { describe, expect, it } from "vitest";

import { APPID, startSandbox } from "./sandbox-under-test";

const PAGE = "pages/index/index";

/** Header names as spelled on the wire, which fetch hides. */
function rawHeaders(url: string, body: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST" }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.rawHeaders));
    });
    call.on("error", reject);
    call.end(body);
  });
}

describe("errors", () => {
  it("come as 200 with errcode, rid, RetKey and LogicRet", async () => {
    const { mint, clock } = await startSandbox();
    const response = await mint("B", {});
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; encoding=utf-8");
    expect(response.headers.get("retkey")).toBe("11");
    expect(response.headers.get("logicret")).toBe("40169");
    const body = await response.text();
    expect(response.headers.get("content-length")).toBe(String(body.length));
    const seconds = Math.floor(clock.nowMs / 1000).toString(16);
    expect(body).toMatch(
      new RegExp(
        `^{"errcode":40169,"errmsg":"invalid length for scene, or the data is not json string rid: ${seconds}-[0-9a-f]{8}-[0-9a-f]{8}"}$`,
      ),
    );
  });

  it("stays silent and alive when a caller hangs up in mid-request", async () => {
    const { sandbox, token, errcodeOf } = await startSandbox();
    const call = request(`${sandbox.url}/wxa/getwxacode?access_token=${token}`, {
      method: "POST",
      headers: { "Content-Length": "100" },
    });
    const ended = once(call, "error");
    call.write("{", () => call.destroy(new Error("hung up")));
    await ended;
    expect(await errcodeOf("B", { scene: "x" })).toBe(0);
  });

  it("answers an unknown address in the same shape", async () => {
    const { post } = await startSandbox();
    expect(await (await post("/cgi-bin/nothing", {})).json()).toMatchObject({ errcode: 40066 });
  });
});

describe("pictures", () => {
  it("come as image/jpeg with WeChat's headers, spelled like WeChat's", async () => {
    const { sandbox, token } = await startSandbox();
    const url = `${sandbox.url}/wxa/getwxacode?access_token=${token}`;
    const names = await rawHeaders(url, JSON.stringify({ path: PAGE }));
    expect(names).toEqual(
      expect.arrayContaining(["Content-Type", "Cache-Control", "Content-disposition", "Num-Used"]),
    );
    expect(await rawHeaders(url, "")).toEqual(expect.arrayContaining(["RetKey", "LogicRet"]));
  });

  it("names the file after the scene for B and QRCode.jpg for A and C", async () => {
    const { mint } = await startSandbox();
    const name = async (kind: "A" | "B" | "C", body: object) =>
      (await mint(kind, body)).headers.get("content-disposition");
    expect(await name("B", { scene: "a=1" })).toBe('attachment; filename="_a=1"');
    expect(await name("A", { path: PAGE })).toBe('attachment; filename="QRCode.jpg"');
    expect(await name("C", { path: PAGE })).toBe('attachment; filename="QRCode.jpg"');
  });

  it("sends PNG bytes under image/jpeg, or image/png when switched", async () => {
    const { sandbox, mint } = await startSandbox();
    const body = { scene: "a", is_hyaline: true };
    const first = await mint("B", body);
    expect(first.headers.get("content-type")).toBe("image/jpeg");
    expect(first.headers.get("cache-control")).toBe("no-cache, must-revalidate");
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(0, 4).toString("hex")).toBe("89504e47");
    expect(first.headers.get("content-length")).toBe(String(bytes.length));
    sandbox.state.configure({ hyalineContentType: "image/png" });
    expect((await mint("B", body)).headers.get("content-type")).toBe("image/png");
  });

  it("sends Num-Used on A only, nowhere, or on C too", async () => {
    const { sandbox, mint } = await startSandbox();
    sandbox.state.updateAccount(APPID, { used: 41 });
    const numUsed = async () => [
      (await mint("A", { path: PAGE })).headers.get("num-used"),
      (await mint("B", { scene: "a" })).headers.get("num-used"),
      (await mint("C", { path: PAGE })).headers.get("num-used"),
    ];
    expect(await numUsed()).toEqual(["42", null, null]);
    sandbox.state.configure({ numUsed: "A+C" });
    expect(await numUsed()).toEqual(["43", null, "43"]);
    sandbox.state.configure({ numUsed: "off" });
    expect(await numUsed()).toEqual([null, null, null]);
  });
});
