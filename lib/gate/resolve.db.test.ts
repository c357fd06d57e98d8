import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateSigningKey, sealSigningKey } from "@/lib/mini-programs/signing-key";
import { openGateDesk } from "@/lib/testing/gate-desk";
import type { GateDesk } from "@/lib/testing/gate-desk";

let desk: GateDesk;
beforeAll(async () => {
  desk = await openGateDesk();
});
afterAll(() => desk.close());

/** Asks until the answer is the one waited for; fails by the test's own time. */
async function until(scene: string, isIt: (body: Record<string, unknown>) => boolean) {
  for (;;) {
    const response = await desk.ask(scene);
    const body = (await response.json()) as Record<string, unknown>;
    if (isIt(body)) return { response, body };
    await sleep(20);
  }
}

describe("the gate", () => {
  it("answers with what a scene was minted with", async () => {
    const { runtime, miniProgramId } = desk;
    const payload = { shop: "徐汇店", table: 3, note: "“🍵”" };
    const id = await desk.addScene("s=1&t=x", { payload });
    const campaign = await runtime.db.campaign.create({ data: { name: "春促" } });
    await addCode(miniProgramId, "s=1&t=x", null, "2026-01-01");
    await addCode(miniProgramId, "s=1&t=x", campaign.id, "2026-02-01");
    const response = await desk.ask("s=1&t=x");
    expect(response.status).toBe(200);
    const { createdAt } = await runtime.db.scene.findUniqueOrThrow({ where: { id } });
    expect(await response.json()).toEqual({
      scene: "s=1&t=x",
      page: "pages/shop/index",
      payload,
      version: 1,
      campaign: "春促",
      effectiveFrom: createdAt.toISOString(),
    });
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("cache-control")).toMatch(/^private, max-age=[45]$/);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("server") ?? response.headers.get("x-powered-by")).toBeNull();
  });

  it("knows every scene by its characters, however they were encoded", async () => {
    const scene = "a/b?c#d&e=f+g:h;i@j,k!$'()*~-._";
    await desk.addScene(scene);
    expect((await desk.ask(scene)).status).toBe(200);
    const bare = `${desk.url}/v1/mini-programs/${desk.appId}/scenes/${scene.replaceAll(/[/?#]/g, encodeURIComponent)}`;
    expect((await fetch(bare)).status).toBe(200);
    expect((await desk.ask(scene.toUpperCase())).status).toBe(404);
  });

  it("gives everybody their own answer, however many ask at once", async () => {
    const many = Array.from({ length: 150 }, (_, at) => at);
    const data = many.map((at) => ({
      miniProgramId: desk.miniProgramId,
      value: `many-${at}`,
      page: `pages/${at}`,
    }));
    await desk.runtime.db.scene.createMany({ data });
    const asked = await Promise.all(
      many.flatMap((at) => [desk.ask(`many-${at}`), ...(at % 5 ? [] : [desk.ask(`none-${at}`)])]),
    );
    const bodies = (await Promise.all(asked.map((answer) => answer.json()))) as {
      scene?: string;
      page?: string;
    }[];
    const known = bodies.filter(({ scene }) => scene !== undefined);
    expect(known.map(({ scene, page }) => [scene, page])).toEqual(
      many.map((at) => [`many-${at}`, `pages/${at}`]),
    );
    expect(asked.filter(({ status }) => status === 404)).toHaveLength(30);
  });

  it("changes its answer at the moment a version comes into force, also while it is kept", async () => {
    const id = await desk.addScene("boundary");
    await desk.addVersion(id, 2, { page: "pages/new/index", payload: { at: 2 }, inMs: 1_500 });
    const first = await desk.ask("boundary");
    expect(await first.json()).toMatchObject({ version: 1 });
    expect(first.headers.get("cache-control")).toMatch(/^private, max-age=[01]$/);
    const { body } = await until("boundary", ({ version }) => version === 2);
    // Neither a moment before it is in force by the database's clock, nor ever back.
    expect(body).toMatchObject({ page: "pages/new/index", payload: { at: 2 } });
    const [clock] = await desk.runtime.db.$queryRaw<
      { now: Date }[]
    >`SELECT clock_timestamp() AS now`;
    expect(clock?.now.getTime()).toBeGreaterThanOrEqual(Date.parse(String(body.effectiveFrom)));
    expect(await (await desk.ask("boundary")).json()).toMatchObject({ version: 2 });
  });

  it("shows an edit at once, though it keeps answers", async () => {
    const id = await desk.addScene("edited");
    await desk.ask("edited");
    await desk.addVersion(id, 2, { page: "pages/edited/index", inMs: -1 });
    const startedMs = performance.now();
    const { response } = await until("edited", ({ version }) => version === 2);
    expect(response.status).toBe(200);
    // Far below the five seconds an answer is kept; not a measurement.
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  it("answers a retired scene with its fallback from its moment on", async () => {
    const { db } = desk.runtime;
    const id = await desk.addScene("retired");
    const retired = { retiredWhy: "moved", retiredBy: "林悦" };
    const [clock] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    const retiredAt = new Date((clock?.now.getTime() ?? 0) + 1_200);
    const fallback = { fallbackPage: "pages/moved/index", fallbackPayload: { to: "静安店" } };
    await db.scene.update({ where: { id }, data: { ...retired, retiredAt, ...fallback } });
    expect((await desk.ask("retired")).status).toBe(200);
    const { response, body } = await until("retired", ({ error }) => error === "retired");
    expect(response.status).toBe(410);
    expect(response.headers.get("cache-control")).toMatch(/^private, max-age=[45]$/);
    expect(body).toEqual({
      error: "retired",
      fallback: { page: "pages/moved/index", payload: { to: "静安店" } },
    });
  });

  it("answers a retired scene without a fallback with none", async () => {
    const id = await desk.addScene("retired-bare");
    await desk.runtime.db.scene.update({
      where: { id },
      data: { retiredAt: new Date(0), retiredWhy: "lost", retiredBy: "林悦" },
    });
    const response = await desk.ask("retired-bare");
    expect(response.status).toBe(410);
    expect(await response.json()).toEqual({ error: "retired", fallback: null });
  });

  it("signs the answers of a mini program that has a key, and nothing of others", async () => {
    const { db, env } = desk.runtime;
    const { id, appId } = await desk.addMiniProgram();
    await desk.addScene("signed", { miniProgramId: id, payload: { 店: "徐汇" } });
    const asked = await desk.ask("signed", { appId });
    expect(asked.headers.get("x-mintdesk-signature")).toBeNull();
    const key = generateSigningKey();
    await db.miniProgram.update({
      where: { id },
      data: {
        signingKeyCiphertext: sealSigningKey(env.MINTDESK_SECRET, id, key),
        signingKeyAt: new Date(),
      },
    });
    let response = await desk.ask("signed", { appId });
    while (response.headers.get("x-mintdesk-signature") === null) {
      response = await desk.ask("signed", { appId });
    }
    const [, seconds = "", hash] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(response.headers.get("x-mintdesk-signature") ?? "") ?? [];
    const body = await response.text();
    const expected = createHmac("sha256", key.reveal()).update(`${seconds}.${body}`).digest("hex");
    expect(hash).toBe(expected);
    expect(Math.abs(Number(seconds) - Date.now() / 1_000)).toBeLessThan(10);
    const unknown = await desk.ask("never-minted", { appId });
    expect(unknown.headers.get("x-mintdesk-signature")).toBeNull();
  });
});

async function addCode(
  miniProgramId: string,
  scene: string,
  campaignId: string | null,
  createdAt: string,
): Promise<void> {
  await desk.runtime.db.code.create({
    data: {
      miniProgramId,
      scene,
      campaignId,
      kind: "WXACODE_UNLIMITED",
      status: "queued",
      label: "3 号桌",
      target: "pages/shop/index",
      width: 430,
      identity: createHmac("sha256", scene).update(createdAt).digest("hex"),
      createdBy: "林悦",
      createdAt: new Date(createdAt),
    },
  });
}
