import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/core/client-address.mjs";

function from(forwarded?: string, remoteAddress: string | undefined = "192.0.2.1") {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return { headers, socket: { remoteAddress } } as IncomingMessage;
}

describe("a client's address", () => {
  it("is the socket's, whatever the client claims", () => {
    expect(clientAddress(from("203.0.113.5"), false)).toBe("192.0.2.1");
  });

  it("is what the nearest of trusted proxies says, not what was there before", () => {
    expect(clientAddress(from("1.1.1.1, 203.0.113.5"), true)).toBe("203.0.113.5");
  });

  it.each([undefined, "", "1.1.1.1, "])("is the socket's when a proxy says %j", (forwarded) => {
    expect(clientAddress(from(forwarded), true)).toBe("192.0.2.1");
  });
});
