import { expect, it } from "vitest";
import { webhookState } from "@/components/webhooks/words/webhook-state";

const AT = new Date("2026-11-22T02:00:00Z");

it("an endpoint works until an attempt fails", () => {
  expect(webhookState({ disabledAt: null, failingSince: null })).toBe("working");
  expect(webhookState({ disabledAt: null, failingSince: AT })).toBe("failing");
});

it("one that was disabled because it failed is called disabled", () => {
  expect(webhookState({ disabledAt: AT, failingSince: AT })).toBe("disabled");
});
