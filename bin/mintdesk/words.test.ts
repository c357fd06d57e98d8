import { describe, expect, it } from "vitest";
import { HELP_WORDS } from "./help-words";
import { localeOf } from "./locale";
import { sayIn } from "./say";
import { WORDS } from "./words";

const placeholders = (text: string) => (text.match(/\{[a-z]\w*\}/gi) ?? []).toSorted();

describe("the words", () => {
  it("have the same places to fill in both languages", () => {
    for (const [word, [english, chinese]] of Object.entries(WORDS)) {
      expect(placeholders(chinese), word).toEqual(placeholders(english));
    }
  });

  it("are Chinese where they explain something", () => {
    const same = Object.values(HELP_WORDS).filter((pair) => new Set<string>(pair).size < 2);
    expect(same).toEqual([]);
  });

  it("are those of the terminal", () => {
    expect(localeOf({ LANG: "zh_CN.UTF-8" })).toBe("zh-CN");
    expect(localeOf({ LANG: "zh_CN.UTF-8", LC_ALL: "C" })).toBe("en");
    expect(localeOf({})).toBe("en");
    expect(sayIn("zh-CN")("batchStarted", { id: "7" })).toBe("已开始：批次 7");
  });
});
