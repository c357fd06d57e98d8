import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { killParts, startPart } from "@/lib/testing/start-part";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { getDelivery } from "@/lib/webhooks/get-delivery";
import { sendTestWebhook } from "@/lib/webhooks/send-test-webhook";
import { openReceiver, status } from "@/lib/webhooks/testing/open-receiver";
import type { Receiver } from "@/lib/webhooks/testing/open-receiver";

const HOSTS = { MINTDESK_WEBHOOK_HOSTS: "127.0.0.1" };
const SOON = { timeout: 120_000, interval: 50 };

let runtime: Runtime;
let admin: Context;
const receivers: Receiver[] = [];

beforeAll(async () => {
  runtime = await openTestRuntime(HOSTS);
  admin = await asPerson(runtime, "admin");
});
afterEach(async () => {
  killParts();
  for (const receiver of receivers.splice(0)) receiver.close();
  await runtime.db.webhookEndpoint.deleteMany();
});
afterAll(() => runtime.close());

async function open() {
  const receiver = await openReceiver();
  receivers.push(receiver);
  const { webhookId } = await createWebhook(admin, {
    name: "ERP",
    url: receiver.url,
    eventTypes: ["code.minted"],
    miniProgramId: null,
  });
  const send = async () => (await sendTestWebhook(admin, { webhookId })).deliveryId;
  return { receiver, send };
}
const statusOf = async (deliveryId: string) => (await getDelivery(admin, { deliveryId })).status;

describe("a worker", () => {
  it("delivers to one endpoint while another lets many wait", async () => {
    const slow = await open();
    const fast = await open();
    const hanging: (() => void)[] = [];
    const hang = (response: Parameters<ReturnType<typeof status>>[0]) =>
      hanging.push(() => response.writeHead(204).end());
    slow.receiver.answers.push(...Array.from({ length: 30 }, () => hang));
    for (let count = 0; count < 30; count += 1) await slow.send();
    const ids = [await fast.send(), await fast.send(), await fast.send()];
    await startPart("worker", runtime.env, HOSTS);
    for (const id of ids) await expect.poll(() => statusOf(id), SOON).toBe("delivered");
    expect(fast.receiver.messages).toHaveLength(3);
    await expect.poll(() => slow.receiver.messages.length, SOON).toBeGreaterThanOrEqual(4);
    // Most of those that were written first still wait.
    expect(slow.receiver.messages.length).toBeLessThan(20);
    for (const end of hanging) end();
  }, 150_000);

  it("that is killed in the middle leaves the message to the next one, under the same id", async () => {
    const { receiver, send } = await open();
    receiver.answers.push(() => undefined);
    const deliveryId = await send();
    const first = await startPart("worker", runtime.env, HOSTS);
    await expect.poll(() => receiver.messages.length, SOON).toBe(1);
    first.kill("SIGKILL");
    await startPart("worker", runtime.env, HOSTS);
    await expect.poll(() => statusOf(deliveryId), SOON).toBe("delivered");
    expect(receiver.messages.map(({ id }) => id)).toEqual([deliveryId, deliveryId]);
  }, 250_000);
});
