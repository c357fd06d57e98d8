import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { listLastDeliveries } from "@/lib/webhooks/list-last-deliveries";
import { sendTestWebhook } from "@/lib/webhooks/send-test-webhook";

let runtime: Runtime;
let admin: Context;

beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

const make = (name: string) =>
  createWebhook(admin, {
    name,
    url: "https://erp.example.com/hooks",
    eventTypes: ["code.minted"],
    miniProgramId: null,
  });

it("gives the newest message of each webhook and leaves out those that got none", async () => {
  const { webhookId } = await make("ERP");
  const other = await make("CRM");
  await make("quiet");
  const earlier = await sendTestWebhook(admin, { webhookId });
  const createdAt = new Date("2026-11-01T02:00:00Z");
  await runtime.db.webhookDelivery.update({
    where: { id: earlier.deliveryId },
    data: { createdAt, status: "failed", endedAt: createdAt },
  });
  await sendTestWebhook(admin, { webhookId });
  await sendTestWebhook(admin, { webhookId: other.webhookId });
  const found = await listLastDeliveries(admin);
  expect(found.map((row) => row.webhookId).toSorted()).toEqual(
    [webhookId, other.webhookId].toSorted(),
  );
  expect(found.map((row) => row.status)).toEqual(["waiting", "waiting"]);
  expect(found.every((row) => row.createdAt > createdAt)).toBe(true);
});

it("is for administrators", async () => {
  const operator = await asPerson(runtime, "operator");
  await expect(listLastDeliveries(operator)).rejects.toMatchObject({ code: "forbidden" });
});
