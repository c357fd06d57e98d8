import { describe, expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/load-messages";
import { negotiateLocale } from "@/lib/i18n/locales";

function flatten(messages: object, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]).toSorted();

describe("the message files", () => {
  it("say the same things with the same placeholders in both languages", async () => {
    const zh = flatten(await loadMessages("zh-CN"));
    const en = flatten(await loadMessages("en"));
    expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    for (const [key, text] of zh) {
      // WeChat's cause and fix come in both languages; each file takes its own.
      if (key === "errors.wechatProblem") continue;
      expect(new Set(placeholders(text)), key).toEqual(new Set(placeholders(en.get(key) ?? "")));
      expect(text.trim(), key).not.toBe("");
    }
  });

  it("choose the language the browser prefers among ours", () => {
    expect(negotiateLocale("en-GB,en;q=0.9,zh;q=0.5")).toBe("en");
    expect(negotiateLocale("fr-FR,zh-TW;q=0.8,en;q=0.3")).toBe("zh-CN");
    expect(negotiateLocale(null)).toBe("zh-CN");
  });
});
