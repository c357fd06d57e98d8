import { describe, expect, it } from "vitest";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { fieldOfMoment, momentOfField } from "./beijing-moment";
import { changeFormFor, changeFormOf } from "./change-form-values";
import type { ChangeFormValues } from "./change-form-values";
import { differences } from "./differences";

const FIELDS: CampaignField[] = [{ key: "shop", label: "门店", type: "text", isRequired: true }];
const EMPTY: ChangeFormValues = { page: "", payload: "", when: "now", at: "", why: "" };

const faultsOf = (values: Partial<ChangeFormValues>, fields: CampaignField[] = []) =>
  changeFormFor(fields)
    .safeParse({ ...EMPTY, ...values })
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("the form of a change", () => {
  it("reads back what it was made of", () => {
    const meaning = { page: "pages/table/index", payload: { table: 3 } };
    expect(changeFormFor([]).parse(changeFormOf(meaning))).toEqual({
      ...meaning,
      at: null,
      why: "",
    });
    expect(
      changeFormFor(FIELDS).parse(changeFormOf({ page: "", payload: null })).payload,
    ).toBeNull();
  });

  it("names the field at fault", () => {
    expect(faultsOf({ payload: "{“table”: 3}" })).toEqual(["payload: payloadShape"]);
    expect(faultsOf({ payload: "[1]" })).toEqual(["payload: payloadShape"]);
    expect(faultsOf({ page: "/pages/table" })).toEqual(["page: pageLeadingSlash"]);
    expect(faultsOf({ when: "at" })).toEqual(["at: momentMissing"]);
    expect(faultsOf({ why: "长".repeat(201) })).toEqual(["why: reasonLong"]);
    expect(faultsOf({ payload: '{"table": 3}' }, FIELDS)).toEqual(["payload: payloadUnfit"]);
  });

  it("takes a moment for Beijing time, wherever the browser is", () => {
    const change = changeFormFor([]).parse({ ...EMPTY, when: "at", at: "2026-12-01T09:30" });
    expect(new Date(change.at ?? "").toISOString()).toBe("2026-12-01T01:30:00.000Z");
    expect(fieldOfMoment(new Date("2026-12-01T01:30:00Z"))).toBe("2026-12-01T09:30");
    expect(momentOfField("2026-12-01T09:30:15")).toBe("2026-12-01T09:30:15+08:00");
  });
});

describe("the difference of two versions", () => {
  const before = {
    page: "pages/a",
    payload: { table: 3, shop: { city: "北京", floor: 1 }, old: true },
  };

  it("is told field by field, the page first", () => {
    const after = {
      page: "pages/b",
      payload: { table: 4, shop: { city: "上海", floor: 1 }, neu: 1 },
    };
    expect(differences(before, after)).toEqual([
      { path: "", from: "pages/a", to: "pages/b" },
      { path: "table", from: 3, to: 4 },
      { path: "shop.city", from: "北京", to: "上海" },
      { path: "old", from: true, to: undefined },
      { path: "neu", from: undefined, to: 1 },
    ]);
    expect(differences(before, before)).toEqual([]);
  });

  it("tells no payload from an empty one", () => {
    const none = { page: "", payload: null };
    expect(differences(none, { page: "", payload: {} })).toHaveLength(1);
    expect(differences(none, { page: "", payload: { table: 3 } })).toEqual([
      { path: "table", from: undefined, to: 3 },
    ]);
  });
});
