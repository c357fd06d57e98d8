import { describe, expect, it } from "vitest";
import { NEW_LINK, ShareForm } from "@/components/packs/links/share-form-values";
import type { ShareFormValues } from "@/components/packs/links/share-form-values";

const filled = (changes: Partial<ShareFormValues>) =>
  ShareForm.safeParse({ ...NEW_LINK, name: "印刷厂", ...changes });

describe("the form of a link", () => {
  it("leaves out what is switched off, whatever was written there", () => {
    expect(filled({ isLimited: false, takesMax: 0, password: "x" }).data).toEqual({
      name: "印刷厂",
      days: 7,
      takesMax: null,
      password: null,
    });
    const own = filled({ protection: "own", password: "a good password" });
    expect(own.data).toMatchObject({ takesMax: 5, password: "a good password" });
  });

  it("says at its field what lacks", () => {
    const { error } = ShareForm.safeParse({ ...NEW_LINK, days: 0, protection: "own" });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["name", "packLinkNameEmpty"],
      ["days", "packLinkDays"],
      ["password", "packLinkPasswordShort"],
    ]);
  });
});
