import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/core/client-address.mjs";
import { readProxyTrust } from "@/lib/core/proxy-trust.mjs";

const SOCKET = "192.0.2.1";

function from(forwarded?: string, remoteAddress = SOCKET) {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return { headers, socket: { remoteAddress } } as IncomingMessage;
}

const under = (setting: string, forwarded?: string, socket?: string) =>
  clientAddress(from(forwarded, socket), readProxyTrust(setting));

describe("a client's address", () => {
  it.each(["off", "", "0"])("is the socket's under %j, whatever the client claims", (setting) => {
    expect(under(setting, "203.0.113.5")).toBe(SOCKET);
  });

  it("is written as IPv4 where a socket that takes both kinds says it in IPv6", () => {
    expect(under("off", undefined, "::ffff:203.0.113.5")).toBe("203.0.113.5");
    expect(under("off", undefined, "2001:db8::1")).toBe("2001:db8::1");
  });

  it("is what the nearest proxy says when one is trusted, not what was there before", () => {
    expect(under("on", "1.1.1.1, 203.0.113.5")).toBe("203.0.113.5");
    expect(under("1", "1.1.1.1, 203.0.113.5")).toBe("203.0.113.5");
  });

  it.each([undefined, "", "1.1.1.1, ", "1.1.1.1, unknown", "1.1.1.1, <script>"])(
    "is the socket's when the proxy says %j",
    (forwarded) => {
      expect(under("on", forwarded)).toBe(SOCKET);
    },
  );

  it("goes back as many proxies as there are, and no further", () => {
    expect(under("2", "6.6.6.6, 203.0.113.5, 10.0.0.2")).toBe("203.0.113.5");
    expect(under("2", "10.0.0.2")).toBe("10.0.0.2");
  });

  it("goes back through named proxies only", () => {
    const named = "192.0.2.1, 10.0.0.0/8, fd00::/8";
    expect(under(named, "6.6.6.6, 203.0.113.5, 10.9.9.9")).toBe("203.0.113.5");
    expect(under(named, "203.0.113.5, fd00::2")).toBe("203.0.113.5");
    expect(under(named, "203.0.113.5", "198.51.100.1")).toBe("198.51.100.1");
    expect(under("192.0.2.1", "203.0.113.5", `::ffff:${SOCKET}`)).toBe("203.0.113.5");
  });

  it("leaves the port away that some proxies add", () => {
    expect(under("on", "203.0.113.5:4711")).toBe("203.0.113.5");
    expect(under("on", "[2001:db8::1]:4711")).toBe("2001:db8::1");
  });

  it("is never moved by what a client puts in front, however many proxies there are", () => {
    const hops = fc.array(fc.ipV4(), { minLength: 1, maxLength: 5 });
    const claims = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), { maxLength: 4 });
    fc.assert(
      fc.property(hops, claims, (told, claimed) => {
        const setting = String(told.length);
        const honest = under(setting, told.join(", "));
        expect(honest).toBe(told[0]);
        expect(under(setting, [...claimed, ...told].join(", "))).toBe(honest);
      }),
    );
  });

  it("is never one that a machine outside the named networks wrote down", () => {
    fc.assert(
      fc.property(fc.array(fc.ipV4(), { maxLength: 5 }), fc.ipV4(), (claimed, socket) => {
        fc.pre(!socket.startsWith("10."));
        expect(under("10.0.0.0/8", claimed.join(","), socket)).toBe(socket);
      }),
    );
  });
});

describe("the setting", () => {
  it.each(["yes", "-1", "1.5", "17", "10", "10.0.0.0/33", "10.0.0.1,", "example.com", "10.1"])(
    "%j is understood or refused with what is allowed",
    (setting) => {
      if (setting === "10") expect(readProxyTrust(setting).hops).toBe(10);
      else expect(() => readProxyTrust(setting)).toThrow(/off, on, a number of proxies/);
    },
  );
});
