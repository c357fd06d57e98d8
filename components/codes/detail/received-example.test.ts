import { describe, expect, it } from "vitest";
import { receivedExample } from "./received-example";

describe("what the mini program receives", () => {
  it("is the percent-encoded scene of a B code", () => {
    const code = { kind: "WXACODE_UNLIMITED", target: "p", scene: "3&3" } as const;
    const example = receivedExample(code, "mini_program");
    expect(example).toContain('options.scene === "3%263"');
    expect(example).toContain('decodeURIComponent(options.scene) // "3&3"');
  });

  it("is the query of an A or C code as it stands", () => {
    const code = { kind: "WXACODE", target: "p?id=7&a-b=c=d", scene: null } as const;
    const example = receivedExample(code, "mini_program");
    expect(example).toContain('options.id === "7"');
    expect(example).toContain('options["a-b"] === "c=d"');
    const bare = { kind: "WXA_QRCODE", target: "p", scene: null } as const;
    expect(receivedExample(bare, "mini_program")).toContain("// {}");
  });
});

/** Runs an example as a game would, and gives what `read` was called with. */
function queriesRead(example: string, query: Record<string, string>): unknown[] {
  const read: unknown[] = [];
  const wx = {
    getLaunchOptionsSync: () => ({ query }),
    onShow: (listener: (res: { query: unknown }) => void) => listener({ query }),
  };
  const body = example.replace("{\n", "{ seen(query);\n");
  // oxlint-disable-next-line no-new-func -- the example is code, and it is only known good once it ran
  new Function("wx", "seen", body)(wx, (got: unknown) => read.push(got));
  return read;
}

describe("what a mini game receives", () => {
  it("is the query of a code without a page, at a cold start and while it runs", () => {
    const code = { kind: "WXACODE", target: "?from=poster&id=7", scene: null } as const;
    const example = receivedExample(code, "mini_game");
    expect(example).toContain("wx.getLaunchOptionsSync().query");
    expect(example).toContain("wx.onShow(res => read(res.query))");
    expect(example).toContain('query.from === "poster"');
    expect(example).toContain('query.id === "7"');
    expect(example).not.toContain("options");
    const query = { from: "poster", id: "7" };
    expect(queriesRead(example, query)).toEqual([query, query]);
  });

  it("is the percent-encoded scene of a B code", () => {
    const code = { kind: "WXACODE_UNLIMITED", target: "", scene: "3&3" } as const;
    const example = receivedExample(code, "mini_game");
    expect(example).toContain('query.scene === "3%263"');
    expect(example).toContain('decodeURIComponent(query.scene) // "3&3"');
    expect(queriesRead(example, { scene: "3%263" })).toHaveLength(2);
  });
});
