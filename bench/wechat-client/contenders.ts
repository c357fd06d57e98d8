import { createRequire } from "node:module";

/** Mints one code of B and gives the size of its picture. */
export type MintOne = (scene: string) => Promise<number>;

interface Place {
  baseUrl: string;
  /** For files a contender insists on. */
  scratch: string;
  connections: number;
}

const APP_ID = "wx0123456789abcdef";
const SECRET = "0123456789abcdef0123456789abcdef";
const PAGE = "pages/index/index";

/** Each loads its own modules only, so that memory is its own too. */
export const CONTENDERS: Record<string, (place: Place) => Promise<MintOne>> = {
  async undici({ baseUrl, connections }) {
    const { Pool } = await import("undici");
    const pool = new Pool(baseUrl, { connections });
    const headers = { "content-type": "application/json" };
    return async (scene) => {
      const { body } = await pool.request({
        method: "POST",
        path: "/wxa/getwxacodeunlimit?access_token=TOKEN",
        headers,
        body: JSON.stringify({ scene, page: PAGE, width: 430 }),
      });
      return (await body.arrayBuffer()).byteLength;
    };
  },

  /** The same by undici's lowest door, which is the one lib/wechat uses: no stream is made. */
  async "undici, dispatch"({ baseUrl, connections }) {
    const { Pool } = await import("undici");
    const pool = new Pool(baseUrl, { connections });
    const headers = { "content-type": "application/json" };
    return (scene) =>
      new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        const body = JSON.stringify({ scene, page: PAGE, width: 430 });
        const path = "/wxa/getwxacodeunlimit?access_token=TOKEN";
        pool.dispatch(
          { method: "POST", path, headers, body },
          {
            onRequestStart: () => undefined,
            onResponseStart: () => undefined,
            onResponseData: (_controller, chunk) => void chunks.push(chunk),
            onResponseEnd: () => resolve(Buffer.concat(chunks).length),
            onResponseError: (_controller, error) => reject(error),
          },
        );
      });
  },

  async mintdesk({ baseUrl, connections }) {
    const { createWechatClient } = await import("@/lib/wechat/client");
    const { createMemoryTokenStore } = await import("@/lib/wechat/memory-token-store");
    const tokenStore = createMemoryTokenStore();
    const account = { appId: APP_ID, secret: () => SECRET, tokenStore };
    const client = createWechatClient({
      baseUrl,
      connections,
      ...account,
      onCall: () => undefined,
    });
    return async (scene) => (await client.getWxacodeUnlimit({ scene, page: PAGE })).bytes.length;
  },

  async "mintdesk, policy"({ baseUrl, connections }) {
    const { createWechatClient } = await import("@/lib/wechat/client");
    const { createCallPolicy } = await import("@/lib/wechat/call-policy");
    const { createMemoryTokenStore } = await import("@/lib/wechat/memory-token-store");
    const tokenStore = createMemoryTokenStore();
    const account = { appId: APP_ID, secret: () => SECRET, tokenStore };
    const policy = createCallPolicy();
    const client = createWechatClient({ baseUrl, connections, ...account, policy });
    return async (scene) => (await client.getWxacodeUnlimit({ scene, page: PAGE })).bytes.length;
  },

  async "co-wechat-api"({ baseUrl }) {
    const Api: CoWechatApi = createRequire(import.meta.url)("co-wechat-api");
    const api = new Api(APP_ID, SECRET);
    api.prefix = `${baseUrl}/cgi-bin/`;
    api.wxaPrefix = `${baseUrl}/wxa/`;
    return async (scene) => (await api.getWXACodeUnlimit(scene, PAGE)).length;
  },

  async "node-easywechat"({ baseUrl, scratch }) {
    const { MiniApp } = await import("node-easywechat");
    const app = new MiniApp({
      app_id: APP_ID,
      secret: SECRET,
      use_stable_access_token: true,
      http: { baseURL: `${baseUrl}/` },
      file_cache: { path: scratch, dirMode: 0o700, fileMode: 0o600, ext: ".cache" },
    });
    const client = app.getClient();
    const binary = { responseType: "arraybuffer" } as const;
    return async (scene) => {
      const body = { scene, page: PAGE, width: 430 };
      const response = await client.postJson("/wxa/getwxacodeunlimit", body, binary);
      return Buffer.from(response.getContent()).length;
    };
  },
};

/** The part of the package that is used; it brings no types. */
type CoWechatApi = new (
  appId: string,
  secret: string,
) => {
  prefix: string;
  wxaPrefix: string;
  getWXACodeUnlimit(scene: string, page: string): Promise<Buffer>;
};
