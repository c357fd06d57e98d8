import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { passwordStrength } from "@/lib/people/password-strength";

const KNOWN = ["Lin Yue", "lin.yue@blossom-tea.com"];

describe("the strength of a password", () => {
  it.each([
    ["password123", "common"],
    ["P@ssw0rd!", "common"],
    ["woaini1314", "common"],
    ["5201314520", "common"],
    ["qwertyuiop", "common"],
    ["zxcvbnm,./", "keyboard"],
    ["aaaaaaaaaaaa", "repeat"],
    ["19900317", "date"],
    ["blossom-tea", "own"],
    ["Lin.Yue2026", "own"],
    ["linyue@2026", "own"],
    ["zhangsan123", "common"],
    ["mintdesk1", "own"],
  ])("finds %s easy to guess", async (password, weakness) => {
    expect(await passwordStrength(password, KNOWN)).toMatchObject({ isEnough: false, weakness });
  });

  it("takes unrelated words, what a manager makes, and Chinese", async () => {
    for (const password of [
      "kite-Lantern-7-oyster",
      randomBytes(12).toString("base64url"),
      "青瓷碗里的十七只麻雀",
    ]) {
      expect(await passwordStrength(password, KNOWN), password).toMatchObject({ isEnough: true });
    }
  });

  it("answers a long one, too", async () => {
    const long = "correct horse battery staple ".repeat(9).slice(0, 256);
    expect((await passwordStrength(long, KNOWN)).score).toBeGreaterThanOrEqual(3);
  });
});
