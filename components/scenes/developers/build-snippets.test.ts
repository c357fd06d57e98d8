import { createHmac } from "node:crypto";
import { createRequire } from "node:module";
import { runInNewContext, Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { buildSnippets, SNIPPETS } from "@/components/scenes/developers/build-snippets";

const snippets = buildSnippets({
  gateUrl: "https://gate.example.com",
  wechatAppId: "wx5a4db0c0de000001",
  say: (comment) => comment,
});

const sign = (time: number, body: string, key: string) =>
  `t=${time},v1=${createHmac("sha256", key).update(`${time}.${body}`).digest("hex")}`;

describe("the snippets for developers", () => {
  it("are JavaScript that runs as it is pasted, but for the shell's", () => {
    for (const name of SNIPPETS.filter((name) => name !== "curl")) {
      expect(() => new Script(snippets[name]), name).not.toThrow();
    }
  });

  it("name this gate and this mini program", () => {
    for (const name of ["module", "report", "curl"] as const) {
      expect(snippets[name]).toContain("https://gate.example.com");
      expect(snippets[name]).toContain("wx5a4db0c0de000001");
    }
  });

  it("tell a true signature from a wrong key, another body and an old time", () => {
    const isFromMintdesk = runInNewContext(`${snippets.verify}; isFromMintdesk`, {
      require: createRequire(import.meta.url),
      Buffer,
    }) as (signature: string, body: string, key: string) => boolean;
    const now = Math.floor(Date.now() / 1000);
    expect(isFromMintdesk(sign(now, "{}", "k"), "{}", "k")).toBe(true);
    expect(isFromMintdesk(sign(now, "{}", "other"), "{}", "k")).toBe(false);
    expect(isFromMintdesk(sign(now, "{}", "k"), "{ }", "k")).toBe(false);
    expect(isFromMintdesk(sign(now - 301, "{}", "k"), "{}", "k")).toBe(false);
    expect(isFromMintdesk("nonsense", "{}", "k")).toBe(false);
  });
});
