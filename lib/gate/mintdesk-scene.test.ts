import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openSceneKit, SCENE_KIT } from "@/lib/gate/testing/open-scene-kit";
import type { Phone } from "@/lib/gate/testing/open-scene-kit";

const ANSWER = {
  scene: "s=1",
  page: "pages/shop/index",
  payload: { shop: "徐汇店" },
  version: 2,
  campaign: "春",
  effectiveFrom: "2026-10-01T00:00:00.000Z",
};

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

async function gate(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response, asked.length);
  });
  await new Promise<void>((ready) => {
    server.listen(0, "127.0.0.1", ready);
  });
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const phone: Phone = { storage: new Map(), enteredBy: 1047 };
  const settings = { gateUrl: `http://127.0.0.1:${port}/`, appId: "wx1", timeout: 300 };
  return { asked, phone, settings, resolve: openSceneKit(settings, phone) };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

describe("mintdesk-scene.js", () => {
  it("weighs less than 3 KB and needs nothing but wx", () => {
    const text = readFileSync(SCENE_KIT, "utf8");
    expect(Buffer.byteLength(text)).toBeLessThan(3 * 1024);
    expect(text).not.toMatch(/require\((?!'\.\/mintdesk-scene)|process\.|window\.|fetch\(/);
  });

  it("reads the scene of an app's options, where `scene` itself is a number", async () => {
    const { resolve, asked } = await gate((_request, response) => json(response, 200, ANSWER));
    const to = await resolve({ scene: 1011, query: { scene: "s%3D1" }, path: "pages/shop/index" });
    expect(to).toMatchObject({ status: "ok", scene: "s=1", payload: { shop: "徐汇店" } });
    expect(asked).toEqual(["/v1/mini-programs/wx1/scenes/s%3D1?sceneValue=1011"]);
  });

  it("reads the scene of a page's options, and asks WeChat how it was opened", async () => {
    const { resolve, asked } = await gate((_request, response) => json(response, 200, ANSWER));
    expect(await resolve({ scene: "s%3D1" })).toMatchObject({ status: "ok", version: 2 });
    expect(asked).toEqual(["/v1/mini-programs/wx1/scenes/s%3D1?sceneValue=1047"]);
  });

  it("decodes once, and takes a scene as text or one that cannot be decoded as it stands", async () => {
    const { resolve, asked } = await gate((_request, response) => json(response, 404, {}));
    await resolve("a%26b");
    await resolve("100%");
    expect(asked.map((url) => url.split("?")[0])).toEqual([
      "/v1/mini-programs/wx1/scenes/a%26b",
      "/v1/mini-programs/wx1/scenes/100%25",
    ]);
  });

  it("asks nobody when there is no scene", async () => {
    const { resolve, asked } = await gate((_request, response) => json(response, 200, ANSWER));
    for (const options of [undefined, {}, { scene: 1001, query: {} }, { scene: "" }]) {
      expect(await resolve(options)).toMatchObject({ status: "none", payload: null });
    }
    expect(asked).toEqual([]);
  });

  it("asks once for onLaunch, onShow and onLoad of one start", async () => {
    const { resolve, asked } = await gate((_request, response) => json(response, 200, ANSWER));
    const all = await Promise.all([
      resolve({ scene: 1047, query: { scene: "s%3D1" } }),
      resolve({ scene: 1047, query: { scene: "s%3D1" } }),
      resolve({ scene: "s%3D1" }),
    ]);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(["ok"]));
    expect(asked).toHaveLength(1);
  });

  it("leads to the fallback of a retired scene, and to nowhere when it has none", async () => {
    const { resolve } = await gate((request, response) =>
      json(response, 410, {
        error: "retired",
        fallback: request.url?.includes("old") ? { page: "pages/gone/index", payload: null } : null,
      }),
    );
    expect(await resolve("old")).toMatchObject({ status: "retired", page: "pages/gone/index" });
    expect(await resolve("bare")).toMatchObject({ status: "retired", page: null, payload: null });
  });

  it("says that nobody knows the scene", async () => {
    const { resolve } = await gate((_request, response) => json(response, 404, { error: "x" }));
    expect(await resolve("nobody")).toMatchObject({ status: "unknown", page: null, payload: null });
  });

  it("asks again once after a fault of the gate", async () => {
    const { resolve, asked } = await gate((_request, response, count) =>
      count === 1 ? json(response, 503, {}) : json(response, 200, ANSWER),
    );
    expect(await resolve("s=1")).toMatchObject({ status: "ok" });
    expect(asked).toHaveLength(2);
  });

  it("waits no longer than it was told, and then gives what it knew last", async () => {
    let isDown = false;
    const { resolve, asked, settings, phone } = await gate((_request, response) => {
      if (!isDown) json(response, 200, ANSWER);
    });
    await resolve("s=1");
    isDown = true;
    const later = openSceneKit({ ...settings, retries: 0 }, phone);
    expect(await later("s=1")).toMatchObject({
      status: "offline",
      page: "pages/shop/index",
      payload: { shop: "徐汇店" },
      version: 2,
    });
    expect(asked).toHaveLength(2);
    expect(await later("never-seen")).toMatchObject({ status: "offline", payload: null });
  });

  it("hands a test's token on", async () => {
    const { resolve, asked } = await gate((_request, response) => json(response, 200, ANSWER));
    await resolve({ scene: "s%3D1", mintdesk_test: "abc" });
    expect(asked[0]).toContain("&test=abc");
  });
});
