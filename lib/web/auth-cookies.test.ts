import { describe, expect, it } from "vitest";
import { authCookies } from "@/lib/web/auth-cookies";

describe("the cookies of a sign-in", () => {
  it("are bound to this host on https, and never open to scripts or other sites", () => {
    const cookies = Object.values(authCookies("https://desk.example.com"));
    expect(cookies).toHaveLength(6);
    for (const { name, options } of cookies) {
      expect(name).toMatch(/^__Host-next-auth\./);
      expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: "lax", path: "/" });
      expect(options).not.toHaveProperty("domain");
    }
  });

  it("have ordinary names on plain http, where browsers take no others", () => {
    for (const { name, options } of Object.values(authCookies("http://localhost:3000"))) {
      expect(name).toMatch(/^next-auth\./);
      expect(options).toMatchObject({ secure: false, httpOnly: true, sameSite: "lax" });
    }
  });
});
