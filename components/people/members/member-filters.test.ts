import { expect, it } from "vitest";
import { findMembers } from "@/components/people/members/member-filters";
import type { MemberFilters } from "@/components/people/members/member-filters";
import type { MemberRow } from "@/lib/people/member-schema";

function member(name: string, changes: Partial<MemberRow> = {}): MemberRow {
  return {
    id: name,
    name,
    email: `${name.toLowerCase().replace(" ", ".")}@example.com`,
    role: "operator",
    isDisabled: false,
    createdAt: new Date("2026-01-01T00:00:00Z"),
    lastSeenAt: null,
    hasPassword: true,
    hasProvider: false,
    hasSecondFactor: false,
    apiKeyCount: 0,
    resetUntil: null,
    ...changes,
  };
}

const MEMBERS = [
  member("Chen Wei"),
  member("林悦", { role: "admin", hasSecondFactor: true, email: "lin.yue@example.com" }),
  member("周敏", { role: "marketing", isDisabled: true }),
];

const found = (filters: Partial<MemberFilters>) =>
  findMembers(MEMBERS, { search: "", role: null, state: null, ...filters }).map(({ name }) => name);

it("finds people by parts of their name and mail, in any order and case", () => {
  expect(found({ search: "WEI chen" })).toEqual(["Chen Wei"]);
  expect(found({ search: "林" })).toEqual(["林悦"]);
  expect(found({ search: "yue@" })).toEqual(["林悦"]);
  expect(found({ search: "nobody" })).toEqual([]);
});

it("narrows by role and state, both at once", () => {
  expect(found({ role: "marketing" })).toEqual(["周敏"]);
  expect(found({ state: "active" })).toEqual(["Chen Wei", "林悦"]);
  expect(found({ state: "disabled" })).toEqual(["周敏"]);
  expect(found({ role: "admin", state: "disabled" })).toEqual([]);
});

it("counts nobody who cannot sign in among those without a second factor", () => {
  expect(found({ state: "noSecondFactor" })).toEqual(["Chen Wei"]);
});
