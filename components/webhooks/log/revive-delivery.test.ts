import { expect, it } from "vitest";
import { reviveDetail } from "@/components/webhooks/log/revive-delivery";
import type { DeliveryDetail } from "@/lib/webhooks/schema";

const AT = new Date("2026-11-22T02:00:00Z");
const detail: DeliveryDetail = {
  id: "019a9f50-8c11-7d42-9b1f-6a7b8c9d0e1f",
  webhookId: "019a9f4e-2f6b-7a51-8a0e-1c2d3e4f5a6b",
  webhookName: "CRM",
  eventType: "pack.ready",
  status: "waiting",
  attemptCount: 1,
  nextAttemptAt: AT,
  createdAt: AT,
  endedAt: null,
  isTest: false,
  payload: { type: "pack.ready", timestamp: AT.toISOString(), data: {} },
  attempts: [
    {
      id: "019a9f51-0000-7d42-9b1f-6a7b8c9d0e1f",
      startedAt: AT,
      durationMs: 12,
      httpStatus: 500,
      failure: null,
      answer: "",
    },
  ],
};

it("a message comes back from JSON as it was, its moments as moments", () => {
  const sent = JSON.parse(JSON.stringify(detail)) as DeliveryDetail;
  expect(reviveDetail(sent)).toEqual(detail);
});
