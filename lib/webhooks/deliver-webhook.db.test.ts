import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";
import { announce } from "@/lib/webhooks/announce";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { deliverWebhook } from "@/lib/webhooks/deliver-webhook";
import { disableWebhook } from "@/lib/webhooks/disable-webhook";
import { enableWebhook } from "@/lib/webhooks/enable-webhook";
import { WEBHOOK_EVENTS } from "@/lib/webhooks/events-schema";
import { getDelivery } from "@/lib/webhooks/get-delivery";
import { getWebhook } from "@/lib/webhooks/get-webhook";
import { listDeliveries } from "@/lib/webhooks/list-deliveries";
import { removeWebhook } from "@/lib/webhooks/remove-webhook";
import { resendDelivery } from "@/lib/webhooks/resend-delivery";
import { rotateWebhookSecret } from "@/lib/webhooks/rotate-webhook-secret";
import { sendTestWebhook } from "@/lib/webhooks/send-test-webhook";
import { deliverDue, deliverer } from "@/lib/webhooks/testing/deliver-due";
import { openReceiver, status } from "@/lib/webhooks/testing/open-receiver";
import type { Receiver } from "@/lib/webhooks/testing/open-receiver";

const DAY_MS = 24 * 60 * 60 * 1_000;

let runtime: Runtime;
let admin: Context;
let receiver: Receiver;
let webhookId: string;
let secret: string;

beforeAll(async () => {
  runtime = await openTestRuntime({ MINTDESK_WEBHOOK_HOSTS: "127.0.0.1" });
  admin = await asPerson(runtime, "admin");
});
beforeEach(async () => {
  receiver = await openReceiver();
  ({ webhookId, secret } = await createWebhook(admin, {
    name: "ERP",
    url: receiver.url,
    eventTypes: ["code.minted"],
    miniProgramId: null,
  }));
});
afterEach(async () => {
  receiver.close();
  await runtime.db.webhookEndpoint.deleteMany();
});
afterAll(() => runtime.close());

const test = async () => (await sendTestWebhook(admin, { webhookId })).deliveryId;
const look = (deliveryId: string) => getDelivery(admin, { deliveryId });
const inDays = (days: number) => () => new Date(Date.now() + days * DAY_MS);
const entries = () =>
  runtime.db.auditEntry.findMany({ where: { targetId: webhookId }, orderBy: { seq: "asc" } });

/** In seconds from now. */
async function dueIn(deliveryId: string): Promise<number> {
  const { nextAttemptAt } = await look(deliveryId);
  return ((nextAttemptAt?.getTime() ?? 0) - Date.now()) / 1_000;
}

describe("a message", () => {
  it("arrives signed, under its own id, as JSON, and says that it is a test", async () => {
    const deliveryId = await test();
    await deliverDue(runtime);
    const [message] = receiver.messages;
    expect(receiver.read(message, secret)).toEqual({
      type: "code.minted",
      timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
      test: true,
      data: WEBHOOK_EVENTS["code.minted"].example,
    });
    expect(message?.id).toBe(deliveryId);
    expect(message?.headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": expect.stringMatching(/^Mintdesk\//) as string,
    });
    const detail = await look(deliveryId);
    expect(detail).toMatchObject({ status: "delivered", isTest: true, attemptCount: 1 });
    expect(detail.attempts).toMatchObject([{ httpStatus: 204, failure: null, answer: "" }]);
    expect(() => receiver.read(message, `whsec_${"A".repeat(44)}`)).toThrow(/signature/i);
  });

  it("that was refused twice is delivered the third time, each later than the last", async () => {
    receiver.answers.push(status(500, "no\0pe"), status(500));
    const deliveryId = await test();
    await deliverDue(runtime);
    expect(await dueIn(deliveryId)).toBeGreaterThan(3);
    expect(await dueIn(deliveryId)).toBeLessThan(10);
    await deliverWebhook(deliverer(runtime), { deliveryId });
    expect(receiver.messages).toHaveLength(1);
    expect((await getWebhook(admin, { webhookId })).failingSince).not.toBeNull();
    await deliverDue(runtime);
    expect(await dueIn(deliveryId)).toBeGreaterThan(20);
    await deliverDue(runtime);
    const { attempts, ...detail } = await look(deliveryId);
    expect(detail).toMatchObject({ status: "delivered", attemptCount: 3, nextAttemptAt: null });
    expect(attempts.map(({ httpStatus }) => httpStatus)).toEqual([204, 500, 500]);
    expect(attempts[2]?.answer).toBe("nope");
    expect(new Set(receiver.messages.map(({ id }) => id))).toEqual(new Set([deliveryId]));
    expect((await getWebhook(admin, { webhookId })).failingSince).toBeNull();
  });

  it("is failed after ten attempts, and sent anew under the same id when somebody asks for it", async () => {
    receiver.answers.push(...Array.from({ length: 10 }, () => status(500)));
    const deliveryId = await test();
    for (let attempt = 1; attempt <= 11; attempt += 1) await deliverDue(runtime);
    expect(await look(deliveryId)).toMatchObject({ status: "failed", attemptCount: 10 });
    expect(receiver.messages).toHaveLength(10);
    await resendDelivery(admin, { deliveryId });
    await deliverDue(runtime);
    expect(await look(deliveryId)).toMatchObject({ status: "delivered", attemptCount: 1 });
    await resendDelivery(admin, { deliveryId });
    await deliverDue(runtime);
    expect(receiver.messages.map(({ id }) => id)).toEqual(Array(12).fill(deliveryId));
    expect((await look(deliveryId)).attempts).toHaveLength(12);
    expect((await entries()).map(({ action }) => action)).toEqual([
      "webhook.created",
      "webhook.test_sent",
      "webhook.resent",
      "webhook.resent",
    ]);
  });

  it("waits as long as the receiver asks for, within bounds", async () => {
    const deliveryId = await test();
    receiver.answers.push(status(429, "", { "retry-after": "600" }));
    await deliverDue(runtime);
    expect(await dueIn(deliveryId)).toBeGreaterThan(590);
    receiver.answers.push(status(503, "", { "retry-after": "99999999" }));
    await deliverDue(runtime);
    expect(await dueIn(deliveryId)).toBeLessThan(86_400);
  });

  it("is given up after ten seconds without an answer, and where nobody listens at once", async () => {
    receiver.answers.push(() => undefined);
    const deliveryId = await test();
    await deliverDue(runtime);
    receiver.close();
    await deliverDue(runtime);
    const { attempts } = await look(deliveryId);
    expect(attempts.map(({ failure }) => failure)).toEqual(["unreachable", "timeout"]);
  }, 30_000);

  it("follows no redirect", async () => {
    const elsewhere = await openReceiver();
    receiver.answers.push(status(307, "", { location: elsewhere.url }));
    const deliveryId = await test();
    await deliverDue(runtime);
    const { attempts, ...detail } = await look(deliveryId);
    expect(detail.status).toBe("waiting");
    expect(attempts).toMatchObject([{ httpStatus: 307 }]);
    expect(elsewhere.messages).toEqual([]);
    elsewhere.close();
  });

  it("keeps a kilobyte of the answer, however long that is", async () => {
    receiver.answers.push(status(200, "长".repeat(100_000)));
    const deliveryId = await test();
    await deliverDue(runtime);
    const { attempts, ...detail } = await look(deliveryId);
    expect(detail.status).toBe("delivered");
    expect(attempts[0]?.answer).toMatch(/^长{341}/);
    expect(attempts[0]?.answer.length).toBeLessThan(345);
  });

  it("is signed with both secrets for a day after a rotation, then with the new one only", async () => {
    const { secret: fresh } = await rotateWebhookSecret(admin, { webhookId });
    expect(fresh).not.toBe(secret);
    await test();
    await deliverDue(runtime);
    expect(receiver.read(receiver.messages[0], secret)).toHaveProperty("test", true);
    expect(receiver.read(receiver.messages[0], fresh)).toHaveProperty("test", true);
    await runtime.db.webhookEndpoint.updateMany({ data: { previousSecretUntil: new Date() } });
    await test();
    await deliverDue(runtime);
    expect(receiver.read(receiver.messages[1], fresh)).toHaveProperty("test", true);
    expect(() => receiver.read(receiver.messages[1], secret)).toThrow(/signature/i);
    expect((await getWebhook(admin, { webhookId })).previousSecretUntil).toBeNull();
  });

  it("exists only if what it tells of was committed", async () => {
    const event = { type: "code.minted", data: WEBHOOK_EVENTS["code.minted"].example } as const;
    const undone = withTransaction(admin, async (tctx) => {
      await announce(tctx, [event]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await deliverDue(runtime);
    expect(receiver.messages).toEqual([]);
    expect((await listDeliveries(admin, { webhookId })).rows).toEqual([]);
    const jobs = await runtime.db.$queryRaw<unknown[]>`
      SELECT FROM pgboss.job WHERE name = 'webhooks.deliver' AND group_id = ${webhookId}`;
    expect(jobs).toEqual([]);
  });
});

describe("an endpoint", () => {
  it("that answers 410 is disabled, what waits for it fails, and the log says so", async () => {
    receiver.answers.push(status(410));
    const ids = [await test(), await test()];
    await deliverDue(runtime);
    expect(receiver.messages).toHaveLength(1);
    expect(await getWebhook(admin, { webhookId })).toMatchObject({ disabledWhy: "gone" });
    for (const id of ids) expect((await look(id)).status).toBe("failed");
    expect((await entries()).at(-1)).toMatchObject({
      action: "webhook.disabled",
      actorKind: "job",
      actorName: "webhooks.deliver",
      details: { why: "gone" },
    });
  });

  it("without one success for five days is disabled, not before", async () => {
    receiver.answers.push(status(500), status(500), status(500));
    const deliveryId = await test();
    await deliverDue(runtime);
    await deliverDue(runtime, inDays(4.9));
    expect((await getWebhook(admin, { webhookId })).disabledAt).toBeNull();
    await deliverDue(runtime, inDays(5.1));
    expect(await getWebhook(admin, { webhookId })).toMatchObject({ disabledWhy: "failing" });
    expect((await look(deliveryId)).status).toBe("failed");
  });

  it("that is disabled gets nothing until it is enabled, and not what it missed", async () => {
    const deliveryId = await test();
    await disableWebhook(admin, { webhookId });
    expect((await look(deliveryId)).status).toBe("failed");
    await expect(test()).rejects.toMatchObject({ reason: "webhookDisabled" });
    await expect(resendDelivery(admin, { deliveryId })).rejects.toMatchObject({
      reason: "webhookDisabled",
    });
    const event = { type: "code.minted", data: WEBHOOK_EVENTS["code.minted"].example } as const;
    await withTransaction(admin, (tctx) => announce(tctx, [event]));
    await enableWebhook(admin, { webhookId });
    await deliverDue(runtime);
    expect(receiver.messages).toEqual([]);
    expect((await listDeliveries(admin, { webhookId })).rows).toHaveLength(1);
  });

  it("that is removed takes its messages along, also one that is under way", async () => {
    const deliveryId = await test();
    receiver.answers.push(async (response) => {
      await removeWebhook(admin, { webhookId });
      response.writeHead(500).end();
    });
    await deliverDue(runtime);
    await expect(look(deliveryId)).rejects.toMatchObject({ code: "not_found" });
    await deliverWebhook(deliverer(runtime), { deliveryId });
    expect(receiver.messages).toHaveLength(1);
  });
});
