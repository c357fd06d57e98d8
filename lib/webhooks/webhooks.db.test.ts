import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { insertMiniProgram } from "@/lib/scenes/testing/insert-scene";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { disableWebhook } from "@/lib/webhooks/disable-webhook";
import { enableWebhook } from "@/lib/webhooks/enable-webhook";
import { getDelivery } from "@/lib/webhooks/get-delivery";
import { getWebhook } from "@/lib/webhooks/get-webhook";
import { listDeliveries } from "@/lib/webhooks/list-deliveries";
import { listWebhooks } from "@/lib/webhooks/list-webhooks";
import { removeOldDeliveries } from "@/lib/webhooks/remove-old-deliveries";
import { removeWebhook } from "@/lib/webhooks/remove-webhook";
import { resendDelivery } from "@/lib/webhooks/resend-delivery";
import { rotateWebhookSecret } from "@/lib/webhooks/rotate-webhook-secret";
import { WEBHOOKS_MAX } from "@/lib/webhooks/schema";
import type { CreateWebhookInput } from "@/lib/webhooks/schema";
import { sendTestWebhook } from "@/lib/webhooks/send-test-webhook";
import { deliverDue, deliverer } from "@/lib/webhooks/testing/deliver-due";
import { openReceiver } from "@/lib/webhooks/testing/open-receiver";
import { updateWebhook } from "@/lib/webhooks/update-webhook";

const ADDRESS = "https://erp.example.com/hooks?key=geheim";
const DAY_MS = 24 * 60 * 60 * 1_000;

let runtime: Runtime;
let admin: Context;

beforeAll(async () => {
  runtime = await openTestRuntime({ MINTDESK_WEBHOOK_HOSTS: "inside.example:8080" });
  admin = await asPerson(runtime, "admin");
});
afterEach(() => runtime.db.webhookEndpoint.deleteMany());
afterAll(() => runtime.close());

const input = (changes: Partial<CreateWebhookInput> = {}): CreateWebhookInput => ({
  name: "ERP",
  url: ADDRESS,
  eventTypes: ["pack.ready", "code.minted"],
  miniProgramId: null,
  ...changes,
});
const make = (changes: Partial<CreateWebhookInput> = {}) => createWebhook(admin, input(changes));
const madeAt = (index: number) => new Date(Date.now() - index * 1_000);
const inDays = (days: number) => () => new Date(Date.now() + days * DAY_MS);
const lastEntry = () => runtime.db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });

describe("webhooks", () => {
  it("are made, shown without their secret, changed and removed, and the log tells it", async () => {
    const { webhookId, secret } = await make();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await lastEntry()).toMatchObject({
      action: "webhook.created",
      details: {
        url: "https://erp.example.com/hooks?…",
        eventTypes: ["code.minted", "pack.ready"],
      },
    });
    const shown = await getWebhook(admin, { webhookId });
    expect(shown).toMatchObject({ name: "ERP", url: ADDRESS, miniProgram: null, disabledAt: null });
    expect(await listWebhooks(admin)).toEqual([shown]);
    expect(JSON.stringify(shown)).not.toContain(secret.slice(6, 20));

    const miniProgramId = await insertMiniProgram(runtime);
    await updateWebhook(admin, { webhookId, ...input({ name: "CRM", miniProgramId }) });
    expect(await getWebhook(admin, { webhookId })).toMatchObject({
      name: "CRM",
      miniProgram: { id: miniProgramId },
    });
    expect((await lastEntry()).changes).toMatchObject({ name: { from: "ERP", to: "CRM" } });
    const { seq } = await lastEntry();
    await updateWebhook(admin, { webhookId, ...input({ name: "CRM", miniProgramId }) });
    expect((await lastEntry()).seq).toBe(seq);

    await removeWebhook(admin, { webhookId });
    await expect(getWebhook(admin, { webhookId })).rejects.toMatchObject({ code: "not_found" });
    expect(await lastEntry()).toMatchObject({ action: "webhook.removed", targetLabel: "CRM" });
  });

  it("keep neither secret in plain text, in the database or in the log", async () => {
    const { webhookId, secret } = await make();
    const { secret: fresh } = await rotateWebhookSecret(admin, { webhookId });
    const rows = [
      await runtime.db.webhookEndpoint.findMany(),
      (await runtime.db.auditEntry.findMany()).map(({ details, changes }) => [details, changes]),
    ];
    const text = JSON.stringify(rows);
    for (const each of [secret, fresh]) expect(text).not.toContain(each.slice(6, 30));
    expect(JSON.stringify(rows[1])).not.toContain("geheim");
  });

  it("refuse what is not a usable address, before anything is sent", async () => {
    const issues = (url: string) => expect(make({ url }), url).rejects;
    await issues("erp.example.com").toThrow("webhookUrlInvalid");
    await issues("ftp://erp.example.com").toThrow("webhookUrlInvalid");
    await issues("https://me:pw@erp.example.com/").toThrow("webhookUrlUserinfo");
    await issues(`https://erp.example.com/${"a".repeat(2_000)}`).toThrow("webhookUrlLong");
    await issues("http://erp.example.com/").toMatchObject({ reason: "webhookUrlInsecure" });
    for (const host of ["127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]", "2130706433"]) {
      await issues(`https://${host}/`).toMatchObject({ reason: "webhookUrlBlocked" });
    }
    await make({ url: "http://inside.example:8080/hook" });
    await issues("http://inside.example/hook").toMatchObject({ reason: "webhookUrlInsecure" });
    await expect(make({ eventTypes: [] })).rejects.toThrow("webhookEventsNone");
    const miniProgramId = "018f4a00-0000-7000-8000-000000000000";
    await expect(make({ miniProgramId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("are at most twenty", async () => {
    for (let count = 0; count < WEBHOOKS_MAX; count += 1) await make();
    await expect(make()).rejects.toMatchObject({ reason: "webhooksMany" });
  });

  it("are nobody's but administrators'", async () => {
    const { webhookId } = await make();
    const { deliveryId } = await sendTestWebhook(admin, { webhookId });
    const acts: ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => createWebhook(ctx, input()),
      (ctx) => updateWebhook(ctx, { webhookId, ...input() }),
      (ctx) => rotateWebhookSecret(ctx, { webhookId }),
      (ctx) => disableWebhook(ctx, { webhookId }),
      (ctx) => enableWebhook(ctx, { webhookId }),
      (ctx) => removeWebhook(ctx, { webhookId }),
      (ctx) => sendTestWebhook(ctx, { webhookId }),
      (ctx) => listWebhooks(ctx),
      (ctx) => getWebhook(ctx, { webhookId }),
      (ctx) => listDeliveries(ctx, { webhookId }),
      (ctx) => getDelivery(ctx, { deliveryId }),
      (ctx) => resendDelivery(ctx, { deliveryId }),
    ];
    const stranger = contextFor(runtime, { kind: "anonymous", id: null, name: "-" });
    for (const act of acts) {
      for (const role of ["operator", "marketing"] as const) {
        await expect(act(await asPerson(runtime, role))).rejects.toMatchObject({
          code: "forbidden",
        });
      }
      await expect(act(stranger)).rejects.toMatchObject({ code: "not_signed_in" });
    }
  });
});

describe("an attempt", () => {
  it("reaches no address inside by a name, nor after the list was shortened", async () => {
    const receiver = await openReceiver();
    const { port } = new URL(receiver.url);
    const { webhookId } = await make({ url: `https://localhost:${port}/` });
    const { deliveryId } = await sendTestWebhook(admin, { webhookId });
    await deliverDue(runtime);
    expect((await getDelivery(admin, { deliveryId })).attempts).toMatchObject([
      { httpStatus: null, failure: "blocked" },
    ]);
    await runtime.db.webhookEndpoint.updateMany({ data: { url: `http://127.0.0.1:${port}/` } });
    await deliverDue(runtime);
    expect((await getDelivery(admin, { deliveryId })).attempts[0]?.failure).toBe("insecure");
    await runtime.db.webhookEndpoint.updateMany({ data: { url: `https://127.0.0.1:${port}/` } });
    await deliverDue(runtime);
    expect((await getDelivery(admin, { deliveryId })).attempts[0]?.failure).toBe("blocked");
    expect(receiver.messages).toEqual([]);
    receiver.close();
  });
});

describe("messages", () => {
  it("are listed newest first, page by page, by state and kind, and go after a month", async () => {
    const { webhookId } = await make();
    await runtime.db.webhookDelivery.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        endpointId: webhookId,
        eventType: index % 2 === 0 ? "code.minted" : "pack.ready",
        payload: {},
        status: "delivered" as const,
        createdAt: madeAt(index),
        endedAt: madeAt(index),
      })),
    });
    const first = await listDeliveries(admin, { webhookId });
    const second = await listDeliveries(admin, { webhookId, cursor: first.next ?? "" });
    const rows = [...first.rows, ...second.rows];
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(60);
    expect(rows).toEqual(rows.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime()));
    const packs = await listDeliveries(admin, { webhookId, eventType: "pack.ready" });
    expect(packs.rows).toHaveLength(30);
    expect((await listDeliveries(admin, { webhookId, status: "failed" })).rows).toEqual([]);
    await expect(listDeliveries(admin, { webhookId, cursor: "x" })).rejects.toMatchObject({
      reason: "cursorInvalid",
    });
    await removeOldDeliveries(deliverer(runtime, inDays(29.9)));
    expect(await runtime.db.webhookDelivery.count()).toBe(60);
    await removeOldDeliveries(deliverer(runtime, inDays(30.1)));
    expect(await runtime.db.webhookDelivery.count()).toBe(0);
  });
});
