import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { attemptTrouble } from "@/components/webhooks/words/attempt-trouble";
import { loadMessages } from "@/lib/i18n/load-messages";
import { ATTEMPT_FAILURES } from "@/lib/webhooks/schema";

interface FailureWords {
  failures: Record<string, string>;
}

const answered = (httpStatus: number) => attemptTrouble({ httpStatus, failure: null });

describe("an attempt", () => {
  it("arrived when the answer is any 2xx", () => {
    expect(answered(200)).toBeNull();
    expect(answered(204)).toBeNull();
  });

  it("failed by its status, a redirect and a 410 with words of their own", () => {
    expect(answered(500)).toEqual({ key: "status", values: { status: 500 } });
    expect(answered(302)?.key).toBe("redirect");
    expect(answered(410)?.key).toBe("gone");
    expect(answered(429)?.key).toBe("throttled");
  });

  it.each(["en", "zh-CN"] as const)("tells every failure in words in %s", async (locale) => {
    const { webhooks } = await loadMessages(locale);
    const { failures } = webhooks as FailureWords;
    const words = createTranslator({ locale, messages: { failures } });
    const troubles = [
      ...ATTEMPT_FAILURES.map((failure) => attemptTrouble({ httpStatus: null, failure })),
      attemptTrouble({ httpStatus: null, failure: null }),
      ...[302, 410, 429, 500].map(answered),
    ].filter((trouble) => trouble !== null);
    const sentences = troubles.map(({ key, values }) => words(`failures.${key}`, values));
    expect(new Set(sentences).size).toBe(ATTEMPT_FAILURES.length + 5);
    expect(sentences.filter((text) => text.includes("failures."))).toEqual([]);
    expect(words("failures.status", { status: 500 })).toContain("500");
  });
});
