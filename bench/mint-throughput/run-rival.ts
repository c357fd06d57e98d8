/** A child process that mints in a loop of its own: co-wechat-api with p-limit. Arguments: base URL, AppID, secret. */
import { createRequire } from "node:module";
import pLimit from "p-limit";

/** As many as keep 5,000 a minute busy at 240 ms each. */
const AT_ONCE = 20;

/** The part of the package that is used; it brings no types. */
type CoWechatApi = new (
  appId: string,
  secret: string,
) => {
  prefix: string;
  wxaPrefix: string;
  getWXACodeUnlimit(scene: string, page: string): Promise<Buffer>;
};

const [baseUrl = "", appId = "", secret = ""] = process.argv.slice(2);
const Api = createRequire(import.meta.url)("co-wechat-api") as CoWechatApi;
const api = new Api(appId, secret);
api.prefix = `${baseUrl}/cgi-bin/`;
api.wxaPrefix = `${baseUrl}/wxa/`;

const limit = pLimit(AT_ONCE);
const stopping = new AbortController();
process.on("SIGTERM", () => stopping.abort());

await api.getWXACodeUnlimit("first", "pages/index/index");
process.send?.("ready");
let row = 0;
const work = async (): Promise<void> => {
  while (!stopping.signal.aborted) {
    row += 1;
    const scene = `row-${row}`;
    // What most scripts do with a refusal: note it and go on.
    await limit(() => api.getWXACodeUnlimit(scene, "pages/index/index")).catch(() => undefined);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, work));
process.disconnect();
