import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const SECRET = randomBytes(32).toString("base64");
const COMPLETE = {
  OIDC_ISSUER: "https://id.example.com/realms/shop/",
  OIDC_CLIENT_ID: "mintdesk",
  OIDC_CLIENT_SECRET: "client secret",
  OIDC_ROLES: "admin=desk-admins, operator=desk-ops,marketing=*",
};

const parse = (variables: Record<string, string>) =>
  parseEnv({
    DATABASE_URL: "postgresql://localhost/x",
    MINTDESK_SECRET: SECRET,
    ...variables,
  });

const issuer = (OIDC_ISSUER: string) => () => parse({ ...COMPLETE, OIDC_ISSUER });
const roles = (OIDC_ROLES: string) => () => parse({ ...COMPLETE, OIDC_ROLES });

describe("the settings of the identity provider", () => {
  it("are none, or complete with sensible rest", () => {
    expect(parse({}).oidc).toBeNull();
    expect(parse(COMPLETE).oidc).toEqual({
      issuer: "https://id.example.com/realms/shop",
      clientId: "mintdesk",
      clientSecret: "client secret",
      name: "id.example.com",
      roleClaim: "roles",
      roles: [
        { role: "admin", value: "desk-admins" },
        { role: "operator", value: "desk-ops" },
        { role: "marketing", value: "*" },
      ],
      arePasswordsOn: true,
    });
    expect(parse({ ...COMPLETE, OIDC_PASSWORDS: "off" }).oidc?.arePasswordsOn).toBe(false);
  });

  it("are refused by name when some are missing", () => {
    expect(() => parse({ OIDC_NAME: "Company account" })).toThrow(
      /OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES/,
    );
    expect(() => parse({ ...COMPLETE, OIDC_ROLES: "" })).toThrow(/OIDC_ROLES: set/);
  });

  it("are on https, but for a provider on this very machine", () => {
    expect(issuer("http://id.example.com")).toThrow(/OIDC_ISSUER.*https/);
    expect(issuer("id.example.com")).toThrow(/OIDC_ISSUER/);
    expect(issuer("http://127.0.0.1.example.com")).toThrow(/OIDC_ISSUER/);
    expect(issuer("http://127.0.0.1:9000")).not.toThrow();
    expect(issuer("http://localhost:9000")).not.toThrow();
  });

  it("name roles the desk has", () => {
    for (const text of ["root=desk", "admin", "admin=", "admin=a;operator=b,", "=a"]) {
      expect(roles(text), text).toThrow(/OIDC_ROLES.*pairs/);
    }
    expect(parse({ ...COMPLETE, OIDC_ROLES: "admin=cn=desk" }).oidc?.roles).toEqual([
      { role: "admin", value: "cn=desk" },
    ]);
  });
});
