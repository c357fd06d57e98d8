import { describe, expect, it } from "vitest";
import { MintCodeInput } from "@/lib/codes/schema";
import {
  emptyMintForm,
  MintForm,
  mintFormFor,
  NO_REQUEST_KEY,
  toMintInput,
} from "./mint-form-values";
import type { MintFormValues } from "./mint-form-values";

const filled: MintFormValues = {
  ...emptyMintForm(undefined),
  miniProgramId: "0197c0de-0000-7000-8000-000000000001",
  label: "Shop 7",
  page: "pages/shop/index",
  carries: { as: "scene", scene: "id=7", payload: '{"shop": 7}' },
  path: "pages/shop/index?id=7",
  reason: "an old scanner",
};

const faultsOf = (values: MintFormValues) => {
  const result = MintForm.safeParse(values);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join("."));
};

describe("the form of a new code", () => {
  it("sends only the fields of the chosen kind", () => {
    for (const kind of ["WXACODE_UNLIMITED", "WXACODE", "WXA_QRCODE"] as const) {
      expect(
        MintCodeInput.safeParse(toMintInput({ ...filled, kind }, NO_REQUEST_KEY)).success,
      ).toBe(true);
    }
    expect(toMintInput({ ...filled, kind: "WXA_QRCODE" }, NO_REQUEST_KEY)).not.toHaveProperty(
      "lineColor",
    );
    expect(toMintInput(filled, NO_REQUEST_KEY)).not.toHaveProperty("reason");
  });

  it("names the field at fault as the form does", () => {
    expect(faultsOf({ ...filled, carries: { ...filled.carries, scene: "%" } })).toEqual([
      "carries.scene",
    ]);
    expect(
      faultsOf({ ...filled, carries: { ...filled.carries, as: "payload", payload: "{" } }),
    ).toEqual(["carries.payload"]);
    expect(faultsOf({ ...filled, kind: "WXACODE", path: "", reason: "" })).toEqual([
      "path",
      "reason",
    ]);
  });

  it("takes a query without a page for a mini game alone", () => {
    const faultsFor = (appKind: "mini_program" | "mini_game", values: MintFormValues) => {
      const schema = mintFormFor([{ id: filled.miniProgramId, appKind }], []);
      const result = schema.safeParse(values);
      return result.success ? [] : result.error.issues.map((issue) => issue.message);
    };
    const ofA: MintFormValues = { ...filled, kind: "WXACODE", path: " ?from=poster" };
    expect(faultsFor("mini_game", ofA)).toEqual([]);
    expect(faultsFor("mini_program", ofA)).toEqual(["pathQueryOnly"]);
    expect(faultsFor("mini_program", { ...ofA, path: "pages/index?from=poster" })).toEqual([]);
    expect(faultsFor("mini_program", { ...ofA, kind: "WXACODE_UNLIMITED" })).toEqual([]);
  });

  it("holds a payload against the fields of its campaign", () => {
    const campaign = {
      id: "0197c0de-0000-7000-8000-000000000009",
      name: "Spring",
      fields: [{ key: "shop", label: "Shop", type: "number" as const, isRequired: true }],
    };
    const faultsFor = (payload: string, campaignId: string | null) => {
      const carries = { ...filled.carries, as: "payload" as const, payload };
      const result = mintFormFor([], [campaign]).safeParse({ ...filled, campaignId, carries });
      return result.success ? [] : result.error.issues.map(({ message }) => message);
    };
    expect(faultsFor('{"shop": 7}', campaign.id)).toEqual([]);
    expect(faultsFor('{"shop": "7"}', campaign.id)).toEqual(["payloadUnfit"]);
    expect(faultsFor('{"shop": "7"}', null)).toEqual([]);
  });

  it("takes a payload as the JSON it says", () => {
    const carries = { ...filled.carries, as: "payload" as const };
    expect(toMintInput({ ...filled, carries }, NO_REQUEST_KEY)).toMatchObject({
      carries: { as: "payload", payload: { shop: 7 } },
    });
  });
});
