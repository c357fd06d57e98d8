import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listStandingTargets } from "@/lib/audit/list-standing-targets";
import { targetPage } from "@/lib/audit/target-pages-schema";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { createWebhook } from "@/lib/webhooks/create-webhook";

let runtime: Runtime;
let marketing: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  marketing = await asPerson(runtime, "marketing");
});
afterAll(() => runtime.close());

const scene = (targetId: string | null) => ({ targetKind: "scene", targetId });

it("names objects that have a page and are still there, and no others", async () => {
  const { id, miniProgramId } = await insertScene(runtime);
  const user = await runtime.db.user.findFirstOrThrow();
  const refs = [
    scene(id),
    scene(id),
    { targetKind: "mini_program", targetId: miniProgramId },
    scene(randomUUID()),
    scene("not-an-id"),
    scene(null),
    { targetKind: "user", targetId: user.id },
  ];
  expect((await listStandingTargets(marketing, refs)).toSorted()).toEqual([
    `mini_program:${miniProgramId}`,
    `scene:${id}`,
  ]);
  expect(await listStandingTargets(marketing, [])).toEqual([]);
});

it("names a webhook until it is removed", async () => {
  const { webhookId } = await createWebhook(await asPerson(runtime, "admin"), {
    name: "ERP",
    url: "https://erp.example.com/hooks",
    eventTypes: ["code.minted"],
    miniProgramId: null,
  });
  const refs = [{ targetKind: "webhook", targetId: webhookId }];
  expect(await listStandingTargets(marketing, refs)).toEqual([`webhook:${webhookId}`]);
  await runtime.db.webhookEndpoint.delete({ where: { id: webhookId } });
  expect(await listStandingTargets(marketing, refs)).toEqual([]);
});

it("knows the page of an object by its kind", () => {
  expect(targetPage({ targetKind: "campaign", targetId: "1" })).toBe("/codes?campaignId=1");
  expect(targetPage({ targetKind: "user", targetId: "1" })).toBeNull();
  expect(targetPage(scene(null))).toBeNull();
});

it("refuses a visitor", async () => {
  const visitor = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
  await expect(listStandingTargets(visitor, [])).rejects.toMatchObject({ code: "not_signed_in" });
});
