import { describe, expect, it } from "vitest";
import { menuActs, roleQuestion } from "@/components/people/members/member-act";
import type { MemberRow } from "@/lib/people/member-schema";

const MEMBER: MemberRow = {
  id: "0199a7a4-0000-7000-8000-000000000001",
  name: "林悦",
  email: "lin@example.com",
  role: "operator",
  isDisabled: false,
  createdAt: new Date("2026-01-01T00:00:00Z"),
  lastSeenAt: null,
  hasPassword: true,
  hasProvider: false,
  hasSecondFactor: false,
  apiKeyCount: 0,
  resetUntil: null,
};

describe("what is done to a colleague", () => {
  it("asks before a role takes rights away or gives all of them", () => {
    expect(roleQuestion("admin", "operator")).toBe("takesAway");
    expect(roleQuestion("operator", "marketing")).toBe("takesAway");
    expect(roleQuestion("marketing", "admin")).toBe("givesAll");
    expect(roleQuestion("marketing", "operator")).toBeNull();
  });

  it("offers only to let in again whoever is disabled", () => {
    expect(menuActs({ ...MEMBER, isDisabled: true })).toEqual(["enable"]);
  });

  it("offers to take a second factor away from those who have one", () => {
    expect(menuActs(MEMBER)).not.toContain("resetSecondFactor");
    expect(menuActs({ ...MEMBER, hasSecondFactor: true })).toContain("resetSecondFactor");
  });
});
