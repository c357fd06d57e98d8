import { describe, expect, it } from "vitest";
import { UsageError } from "./failures";
import { readMapping } from "./mapping";
import { sayIn } from "./say";

const say = sayIn("en");
const B = "WXACODE_UNLIMITED" as const;

describe("the mapping of columns", () => {
  it("takes a scene's column, and labels codes by it where nothing else is said", () => {
    expect(readMapping(B, { map: ["scene=编号"], page: "pages/shop/index" }, say)).toEqual({
      labelTemplate: "{编号}",
      pageTemplate: "pages/shop/index",
      carries: { as: "scene", column: "编号" },
    });
  });

  it("makes payloads of columns and of what is the same in every row", () => {
    const map = ["payload.shop=店号", "payload.city=城市", "label=店名", "page=页面"];
    const payload = '{"floor":2,"source":"sign"}';
    expect(readMapping(B, { map, payload, data: ["source=table"] }, say)).toEqual({
      labelTemplate: "{店名}",
      pageTemplate: "{页面}",
      carries: {
        as: "payload",
        fields: [
          { name: "shop", column: "店号" },
          { name: "city", column: "城市" },
        ],
        fixed: { floor: 2, source: "table" },
      },
    });
  });

  it("fills templates, and keeps an = within a column's name", () => {
    const path = "pages/door/index?d={a=b}";
    expect(readMapping("WXACODE", { map: ["label=a=b"], path }, say)).toEqual({
      labelTemplate: "{a=b}",
      pathTemplate: path,
    });
  });

  it.each([
    ["an unknown field", B, { map: ["colour=x"] }],
    ["a payload without a name", B, { map: ["payload.=x", "label=y"] }],
    ["no = at all", B, { map: ["label"] }],
    ["a field said twice", B, { map: ["scene=a", "scene=b"] }],
    ["a column and a template of one field", B, { map: ["scene=a", "label=b"], label: "c" }],
    ["a scene and a payload", B, { map: ["scene=a", "payload.b=c"] }],
    ["a scene and fixed values", B, { map: ["scene=a"], data: ["b=c"] }],
    ["neither scene nor payload", B, { map: ["label=a"] }],
    ["no label", B, { page: "pages/a" }],
    ["no path where one is needed", "WXA_QRCODE" as const, { map: ["label=a"] }],
    ["a payload that is no object", B, { map: ["payload.a=b"], payload: "[1]" }],
  ])("refuses %s", (_, kind, options) => {
    expect(() => readMapping(kind, options, say)).toThrow(UsageError);
  });
});
