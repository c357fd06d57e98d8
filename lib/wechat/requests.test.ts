import { describe, expect, it } from "vitest";
import {
  CreateWxaQrcodeRequest,
  GetWxacodeRequest,
  GetWxacodeUnlimitRequest,
  wireCreateWxaQrcode,
  wireGetWxacode,
  wireGetWxacodeUnlimit,
} from "./requests";

const accepts = (schema: { safeParse(input: unknown): { success: boolean } }, input: unknown) =>
  schema.safeParse(input).success;

describe("A, getwxacode", () => {
  it("takes 1 to 1024 characters of path, query and leading slash included", () => {
    expect(accepts(GetWxacodeRequest, { path: "" })).toBe(false);
    expect(accepts(GetWxacodeRequest, { path: "/pages/index/index?a=1" })).toBe(true);
    expect(accepts(GetWxacodeRequest, { path: "?foo=bar" })).toBe(true);
    expect(accepts(GetWxacodeRequest, { path: "p".repeat(1024) })).toBe(true);
    expect(accepts(GetWxacodeRequest, { path: "p".repeat(1025) })).toBe(false);
  });

  it("refuses the reserved name scancode_time", () => {
    expect(accepts(GetWxacodeRequest, { path: "p?scancode_time=1" })).toBe(false);
    expect(accepts(CreateWxaQrcodeRequest, { path: "p?scancode_time=1" })).toBe(false);
    expect(accepts(GetWxacodeUnlimitRequest, { scene: "1", page: "scancode_time" })).toBe(false);
  });

  it.each([
    ["width as text", { width: "430" }],
    ["a boolean as text", { isHyaline: "true" }],
    ["width below 280", { width: 279 }],
    ["width above 1280", { width: 1281 }],
    ["half a pixel", { width: 430.5 }],
    ["a colour channel above 255", { lineColor: { r: 256, g: 0, b: 0 } }],
    ["a colour channel as text", { lineColor: { r: "0", g: 0, b: 0 } }],
    ["an unknown version", { envVersion: "beta" }],
    ["a key of another call", { page: "pages/index/index" }],
  ])("refuses %s", (_what, extra) => {
    expect(accepts(GetWxacodeRequest, { path: "p", ...extra })).toBe(false);
  });

  it("writes the defaults out and leaves line_color to those who set one", () => {
    expect(wireGetWxacode(GetWxacodeRequest.parse({ path: "p" }))).toEqual({
      path: "p",
      width: 430,
      auto_color: false,
      is_hyaline: false,
      env_version: "release",
    });
  });

  it("sends line_color only while auto_color is off", () => {
    const lineColor = { r: 1, g: 2, b: 3 };
    const own = GetWxacodeRequest.parse({ path: "p", lineColor });
    const auto = GetWxacodeRequest.parse({ path: "p", lineColor, autoColor: true });
    expect(wireGetWxacode(own)).toHaveProperty("line_color", lineColor);
    expect(wireGetWxacode(auto)).not.toHaveProperty("line_color");
  });
});

describe("B, getwxacodeunlimit", () => {
  it("takes 1 to 32 of the allowed characters as scene, always as text", () => {
    expect(accepts(GetWxacodeUnlimitRequest, { scene: "" })).toBe(false);
    expect(accepts(GetWxacodeUnlimitRequest, { scene: "a".repeat(32) })).toBe(true);
    expect(accepts(GetWxacodeUnlimitRequest, { scene: "a".repeat(33) })).toBe(false);
    expect(accepts(GetWxacodeUnlimitRequest, { scene: 412213075488489472 })).toBe(false);
    expect(accepts(GetWxacodeUnlimitRequest, { scene: "aZ09!#$&'()*+,/:;=?@-._~" })).toBe(true);
  });

  it.each(["%", " ", "中", '"', "<", ">", "\\", "^", "|", "\n", "a\n"])(
    "refuses %j in a scene",
    (character) => {
      expect(accepts(GetWxacodeUnlimitRequest, { scene: character })).toBe(false);
    },
  );

  it("refuses a page with a leading slash, a query, or no text", () => {
    for (const page of ["/pages/index", "pages/index?a=1", ""]) {
      expect(accepts(GetWxacodeUnlimitRequest, { scene: "1", page })).toBe(false);
    }
  });

  it("refuses path, which WeChat would answer with a code for the home page", () => {
    expect(accepts(GetWxacodeUnlimitRequest, { scene: "1", path: "pages/index" })).toBe(false);
  });

  it("keeps the scene text and leaves page out for the home page", () => {
    const request = GetWxacodeUnlimitRequest.parse({ scene: "0012", checkPath: false });
    expect(wireGetWxacodeUnlimit(request)).toEqual({
      scene: "0012",
      check_path: false,
      width: 430,
      auto_color: false,
      is_hyaline: false,
      env_version: "release",
    });
  });
});

describe("C, createwxaqrcode", () => {
  it("takes at most 128 characters and at most 128 bytes", () => {
    expect(accepts(CreateWxaQrcodeRequest, { path: "p".repeat(128) })).toBe(true);
    expect(accepts(CreateWxaQrcodeRequest, { path: "p".repeat(129) })).toBe(false);
    expect(accepts(CreateWxaQrcodeRequest, { path: "码".repeat(42) })).toBe(true);
    expect(accepts(CreateWxaQrcodeRequest, { path: "码".repeat(43) })).toBe(false);
  });

  it("knows path and width only", () => {
    expect(accepts(CreateWxaQrcodeRequest, { path: "p", isHyaline: true })).toBe(false);
    expect(wireCreateWxaQrcode(CreateWxaQrcodeRequest.parse({ path: "p", width: 280 }))).toEqual({
      path: "p",
      width: 280,
    });
  });
});
