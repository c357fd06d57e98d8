import { describe, expect, it } from "vitest";
import { nextLookMs } from "@/components/webhooks/log/next-look-ms";

const NOW = new Date("2026-11-22T02:00:00Z");
const waiting = (afterMs: number | null) => ({
  status: "waiting" as const,
  nextAttemptAt: afterMs === null ? null : new Date(NOW.getTime() + afterMs),
});
const delivered = { status: "delivered" as const, nextAttemptAt: null };

describe("the log", () => {
  it("is not read again while nothing waits", () => {
    expect(nextLookMs([], NOW)).toBe(false);
    expect(nextLookMs([delivered], NOW)).toBe(false);
  });

  it("is read often while a message is on its way or about to be", () => {
    expect(nextLookMs([delivered, waiting(null)], NOW)).toBe(2_000);
    expect(nextLookMs([waiting(5_000)], NOW)).toBe(2_000);
    expect(nextLookMs([waiting(-1_000)], NOW)).toBe(2_000);
  });

  it("is read now and then while the next attempt is far off", () => {
    expect(nextLookMs([waiting(300_000)], NOW)).toBe(15_000);
  });
});
