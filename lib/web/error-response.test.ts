import { describe, expect, it } from "vitest";
import { DomainError, ForbiddenError } from "@/lib/core/errors";
import { errorResponse } from "@/lib/web/error-response";
import { publicError } from "@/lib/web/public-error";

describe("a route's answer to a failure", () => {
  it("says when to come back if there was too much", async () => {
    const tooMuch = new DomainError("throttled", "requestsThrottled", { seconds: 17 });
    const response = errorResponse(publicError(tooMuch, "r"));
    expect(response.status).toBe(429);
    expect(response.headers.get("Retry-After")).toBe("17");
    expect(await response.json()).toMatchObject({ reason: "requestsThrottled" });
  });

  it("promises nothing otherwise, and is kept by nobody", () => {
    const response = errorResponse(publicError(new ForbiddenError("codes:mint"), "r"));
    expect(response.status).toBe(403);
    expect(response.headers.has("Retry-After")).toBe(false);
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  });
});
