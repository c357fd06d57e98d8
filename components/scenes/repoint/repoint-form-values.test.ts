import { describe, expect, it } from "vitest";
import { emptyRepointForm, readValue, repointFormFor } from "./repoint-form-values";
import type { RepointFormValues } from "./repoint-form-values";

const MINI_PROGRAM = "0197c0de-0000-7000-8000-000000000001";
const empty = emptyRepointForm(MINI_PROGRAM, null);

function form(
  filter: Partial<RepointFormValues["filter"]>,
  change: Partial<RepointFormValues["change"]>,
): RepointFormValues {
  return { filter: { ...empty.filter, ...filter }, change: { ...empty.change, ...change } };
}
const faultsOf = (values: RepointFormValues) => {
  const { error } = repointFormFor([]).safeParse(values);
  return error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
};

describe("the form of re-pointing", () => {
  it("says only what was filled in", () => {
    expect(repointFormFor([]).parse(form({ tag: "stand" }, { page: "pages/new" }))).toEqual({
      filter: { miniProgramId: MINI_PROGRAM, tag: "stand" },
      change: { page: "pages/new", payload: { as: "keep" }, at: null, why: "" },
    });
  });

  it("tells the home page from any page", () => {
    const ofHome = emptyRepointForm(MINI_PROGRAM, "");
    expect(repointFormFor([]).parse(ofHome)).toMatchObject({ filter: { page: "" } });
  });

  it("takes a moment as Beijing time, and a value as its field means it", () => {
    const values = form(
      {},
      {
        pageTo: "keep",
        payload: {
          as: "keys",
          set: [
            { key: "shop", text: "0012" },
            { key: "table", text: "7" },
            { key: "", text: "" },
          ],
          remove: "from， source",
          payload: "",
        },
        when: "at",
        at: "2026-12-01T09:30",
      },
    );
    const fields = [{ key: "shop", label: "Shop", type: "text" as const, isRequired: true }];
    expect(repointFormFor(fields).parse(values).change).toEqual({
      payload: { as: "keys", set: { shop: "0012", table: 7 }, remove: ["from", "source"] },
      at: "2026-12-01T09:30:00+08:00",
      why: "",
    });
  });

  it("names the field at fault as the form does", () => {
    expect(faultsOf(form({}, { pageTo: "keep" }))).toEqual([["change.page", "repointNothing"]]);
    expect(faultsOf(form({ payloadValue: "7" }, {}))).toEqual([
      ["filter.payloadKey", "repointKeyMissing"],
    ]);
    expect(faultsOf(form({}, { page: "/pages/x" }))).toEqual([["change.page", "pageLeadingSlash"]]);
    expect(faultsOf(form({}, { when: "at" }))).toEqual([["change.at", "momentMissing"]]);
    const payload = { ...empty.change.payload, as: "keys" as const };
    const unnamed = { ...payload, set: [{ key: "", text: "7" }] };
    expect(faultsOf(form({}, { payload: unnamed }))).toEqual([
      ["change.payload.set", "repointKeyMissing"],
    ]);
    const broken = { ...payload, as: "replace" as const, payload: "{" };
    expect(faultsOf(form({}, { payload: broken }))).toEqual([
      ["change.payload.payload", "payloadShape"],
    ]);
  });

  it("reads a value as JSON where it is, and as text where it is not", () => {
    expect(["12", '"12"', "true", "冬季"].map((text) => readValue(undefined, text))).toEqual([
      12,
      "12",
      true,
      "冬季",
    ]);
  });
});
