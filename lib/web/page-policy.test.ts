import { describe, expect, it } from "vitest";
import { pagePolicy } from "@/lib/web/page-policy";

const policy = (isDev = false, formOrigins: string[] = []) =>
  pagePolicy({ nonce: "bm9uY2U=", formOrigins, isDev });
const directive = (name: string, of = policy()) =>
  of.split("; ").find((part) => part.startsWith(`${name} `));

describe("the policy of a page", () => {
  it("lets no script run without the page's nonce, and none be made of text", () => {
    expect(directive("script-src")).toBe("script-src 'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(directive("default-src")).toBe("default-src 'none'");
  });

  it("is closed to frames, plugins, other bases and other sites' forms", () => {
    for (const name of ["frame-ancestors", "object-src", "base-uri"]) {
      expect(directive(name)).toBe(`${name} 'none'`);
    }
    expect(directive("form-action")).toBe("form-action 'self'");
  });

  it("lets forms lead to whoever vouches for people, and to nobody else", () => {
    const of = policy(false, ["https://login.example.com"]);
    expect(directive("form-action", of)).toBe("form-action 'self' https://login.example.com");
  });

  it("allows evaluation in development only", () => {
    expect(directive("script-src", policy(true))).toContain("'unsafe-eval'");
  });
});
