import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { MiniApp } from "node-easywechat";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";

import { BUILT_IN_ACCOUNT } from "./account";
import { MemoryCache } from "./memory-cache-under-test";
import { startRecorder } from "./recorder-under-test";
import { APPID, startSandbox } from "./sandbox-under-test";

const SECRET = BUILT_IN_ACCOUNT.secret;
const PAGE = "pages/index/index";

/** The part of co-wechat-api 3.11.0 that is used here; the package has no types. */
type CoWechatApi = {
  prefix: string;
  wxaPrefix: string;
  getAccessToken: () => Promise<{ accessToken: string; expireTime: number }>;
  getWXACode: (path: string) => Promise<Buffer>;
  getWXACodeUnlimit: (scene: string, page: string) => Promise<Buffer>;
  createWXAQRCode: (path: string) => Promise<Buffer>;
};

const CoWechat = createRequire(import.meta.url)("co-wechat-api") as new (
  appid: string,
  secret: string,
) => CoWechatApi;

afterAll(() => {
  const left = readdirSync(process.cwd()).filter((name) => name.includes(SECRET));
  expect(left).toEqual([]);
});

async function startCoWechat() {
  const under = await startSandbox();
  const recorder = await startRecorder(under.sandbox.url);
  const api = new CoWechat(APPID, SECRET);
  api.prefix = `${recorder.url}/cgi-bin/`;
  api.wxaPrefix = `${recorder.url}/wxa/`;
  return { ...under, api, ...recorder };
}

async function startEasyWechat(isStable: boolean) {
  const under = await startSandbox();
  const recorder = await startRecorder(under.sandbox.url);
  const app = new MiniApp({
    app_id: APPID,
    secret: SECRET,
    use_stable_access_token: isStable,
    http: { baseURL: `${recorder.url}/` },
  });
  const cache = new MemoryCache();
  app.setCache(cache);
  return { ...under, app, cache, ...recorder };
}

const formatOf = async (bytes: Buffer) => {
  const { format, width } = await sharp(bytes).metadata();
  return { format, width };
};

describe("co-wechat-api", () => {
  it("fetches a token and mints A, B and C", async () => {
    const { sandbox, api, recorded } = await startCoWechat();
    const { accessToken } = await api.getAccessToken();
    const pictures = [
      await api.getWXACodeUnlimit("a=1", PAGE),
      await api.getWXACode(`${PAGE}?a=1`),
      await api.createWXAQRCode(`${PAGE}?a=1`),
    ];
    const formats = await Promise.all(pictures.map(formatOf));
    expect(formats).toEqual(Array.from({ length: 3 }, () => ({ format: "jpeg", width: 430 })));
    expect(sandbox.state.findAccount(APPID)?.used).toBe(2);
    const look = '"width":430,"auto_color":false,"line_color":{"r":0,"g":0,"b":0}';
    expect(recorded.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["GET", "/cgi-bin/token", ""],
      [
        "POST",
        "/wxa/getwxacodeunlimit",
        `{"scene":"a=1","page":"${PAGE}",${look},"is_hyaline":false}`,
      ],
      ["POST", "/wxa/getwxacode", `{"path":"${PAGE}?a=1",${look},"is_hyaline":false}`],
      ["POST", "/cgi-bin/wxaapp/createwxaqrcode", `{"path":"${PAGE}?a=1","width":430}`],
    ]);
    const [asked, ...minted] = recorded;
    expect(asked?.query).toEqual({
      grant_type: "client_credential",
      appid: APPID,
      secret: SECRET,
    });
    for (const { query, headers } of minted) {
      expect(query).toEqual({ access_token: accessToken });
      expect(headers).toMatchObject({
        "content-type": "application/json",
        accept: "application/json",
      });
    }
  });

  it("asks four times with four tokens under constant 40001, then throws", async () => {
    const { sandbox, api, recorded } = await startCoWechat();
    sandbox.state.addFault({
      endpoint: "getwxacodeunlimit",
      fault: { kind: "errcode", errcode: 40001 },
    });
    await expect(api.getWXACodeUnlimit("a=1", PAGE)).rejects.toMatchObject({
      name: "WeChatAPIError",
      code: 40001,
      message: expect.stringMatching(/^invalid credential, .* rid: [0-9a-f-]{26}$/),
    });
    const order = ["/cgi-bin/token", "/wxa/getwxacodeunlimit"];
    expect(recorded.map(({ path }) => path)).toEqual([...order, ...order, ...order, ...order]);
    const tokens = recorded.flatMap(({ query }) => query.access_token ?? []);
    expect(new Set(tokens).size).toBe(4);
  });

  it("recovers by itself when its token was replaced", async () => {
    const { sandbox, api, recorded } = await startCoWechat();
    await api.getAccessToken();
    sandbox.state.retireTokens(APPID, { kind: "plain", how: "invalid" });
    const bytes = await api.getWXACodeUnlimit("a=1", PAGE);
    expect(await formatOf(bytes)).toEqual({ format: "jpeg", width: 430 });
    expect(recorded).toHaveLength(4);
  });
});

describe("node-easywechat", () => {
  const BODY = { scene: "a=1&b=2", page: PAGE, check_path: false, env_version: "release" };

  it.each([
    { isStable: false, method: "GET", path: "/cgi-bin/token", suffix: 0 },
    { isStable: true, method: "POST", path: "/cgi-bin/stable_token", suffix: 1 },
  ])("mints B with a token of $path", async ({ isStable, method, path, suffix }) => {
    const { app, cache, recorded, token } = await startEasyWechat(isStable);
    const response = await app.getClient().request("POST", "wxa/getwxacodeunlimit", {
      data: { ...BODY, width: 430, line_color: { r: 0, g: 0, b: 0 } },
      responseType: "arraybuffer",
    });
    const bytes = Buffer.from(response.getContent());
    expect(await formatOf(bytes)).toEqual({ format: "jpeg", width: 430 });
    const [asked, minted] = recorded;
    expect(recorded).toHaveLength(2);
    expect(asked).toMatchObject({ method, path });
    const cached = cache.values.get(`mini_app.access_token.${APPID}.${SECRET}.${suffix}`);
    expect(minted).toMatchObject({
      method: "POST",
      path: "/wxa/getwxacodeunlimit",
      query: { access_token: cached },
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...BODY, width: 430, line_color: { r: 0, g: 0, b: 0 } }),
    });
    expect(cached === token).toBe(isStable);
    const grant = { grant_type: "client_credential", appid: APPID, secret: SECRET };
    expect(isStable ? JSON.parse(asked?.body ?? "") : asked?.query).toEqual(
      isStable ? { ...grant, force_refresh: false } : grant,
    );
  });

  it("gets transparent codes as PNG although the header says image/jpeg", async () => {
    const { app } = await startEasyWechat(true);
    const response = await app.getClient().request("POST", "wxa/getwxacodeunlimit", {
      data: { scene: "a", is_hyaline: true },
      responseType: "arraybuffer",
    });
    expect(response.getHeader("content-type")).toEqual("image/jpeg");
    expect(await formatOf(Buffer.from(response.getContent()))).toEqual({
      format: "png",
      width: 430,
    });
  });

  it("hands an error back without a second attempt", async () => {
    const { sandbox, app, recorded } = await startEasyWechat(true);
    sandbox.state.addFault({
      endpoint: "getwxacodeunlimit",
      fault: { kind: "errcode", errcode: 40001 },
    });
    const response = await app.getClient().request("POST", "wxa/getwxacodeunlimit", {
      data: { scene: "a" },
    });
    expect(response.toObject()).toMatchObject({ errcode: 40001 });
    expect(recorded).toHaveLength(2);
  });
});
