import { describe, expect, it } from "vitest";
import { forbiddenCharacters, markScene, nameOfCharacter } from "./mark-scene";

describe("marking a scene", () => {
  it("cuts it where allowed and forbidden characters meet", () => {
    expect(markScene("a=%上海&b")).toEqual([
      { start: 0, text: "a=", isForbidden: false },
      { start: 2, text: "%上海", isForbidden: true },
      { start: 5, text: "&b", isForbidden: false },
    ]);
    expect(markScene("")).toEqual([]);
  });

  it("keeps characters beyond the basic plane whole", () => {
    expect(markScene("x🀄").at(-1)).toEqual({ start: 1, text: "🀄", isForbidden: true });
  });

  it("names each forbidden character once", () => {
    expect(forbiddenCharacters("%a%店 店")).toEqual(["%", "店", " "]);
    expect(["%", "店", " ", "\u0007", "|"].map(nameOfCharacter)).toEqual([
      "percent",
      "chinese",
      "space",
      "control",
      "other",
    ]);
  });
});
