import { describe, expect, it } from "vitest";
import type { OidcSettings } from "@/lib/core/oidc-settings";
import { oidcRole } from "@/lib/people/oidc-role";

const settings = (roleClaim: string, isForEverybody = false): OidcSettings => ({
  issuer: "https://id.example.com",
  clientId: "mintdesk",
  clientSecret: "secret",
  name: "Company account",
  roleClaim,
  roles: [
    { role: "marketing", value: isForEverybody ? "*" : "desk-readers" },
    { role: "operator", value: "desk-ops" },
    { role: "operator", value: "shop-ops" },
    { role: "admin", value: "desk-admins" },
  ],
  arePasswordsOn: true,
});

describe("the role of somebody who signs in by the provider", () => {
  it("is the one that may do most of those their claim gives", () => {
    const claims = { groups: ["desk-readers", "shop-ops", "desk-admins"] };
    expect(oidcRole(settings("groups"), claims)).toBe("admin");
    expect(oidcRole(settings("groups"), { groups: ["shop-ops"] })).toBe("operator");
    expect(oidcRole(settings("groups"), { groups: "desk-readers" })).toBe("marketing");
  });

  it("is none without a value that gives one, unless one is for everybody", () => {
    for (const claims of [{}, { groups: [] }, { groups: ["others"] }, { groups: null }]) {
      expect(oidcRole(settings("groups"), claims)).toBeNull();
      expect(oidcRole(settings("groups", true), claims)).toBe("marketing");
    }
  });

  it("is found inside the claim, and under a name that has dots itself", () => {
    const roles = ["desk-ops"];
    expect(oidcRole(settings("realm_access.roles"), { realm_access: { roles } })).toBe("operator");
    const name = "https://desk.example.com/roles";
    expect(oidcRole(settings(name), { [name]: roles })).toBe("operator");
  });

  it("does not come from what every object has, nor from a star the provider sends", () => {
    expect(oidcRole(settings("constructor.name"), {})).toBeNull();
    expect(oidcRole(settings("groups"), { groups: ["*"] })).toBeNull();
  });
});
