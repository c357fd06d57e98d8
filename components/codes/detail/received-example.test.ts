import { describe, expect, it } from "vitest";
import { receivedExample } from "./received-example";

describe("what the mini program receives", () => {
  it("is the percent-encoded scene of a B code", () => {
    const example = receivedExample({ kind: "WXACODE_UNLIMITED", target: "p", scene: "3&3" });
    expect(example).toContain('options.scene === "3%263"');
    expect(example).toContain('decodeURIComponent(options.scene) // "3&3"');
  });

  it("is the query of an A or C code as it stands", () => {
    const example = receivedExample({ kind: "WXACODE", target: "p?id=7&a-b=c=d", scene: null });
    expect(example).toContain('options.id === "7"');
    expect(example).toContain('options["a-b"] === "c=d"');
    expect(receivedExample({ kind: "WXA_QRCODE", target: "p", scene: null })).toContain("// {}");
  });
});
