import { expect, it } from "vitest";
import { timeZones } from "@/components/account/profile/time-zones";

const WINTER = new Date("2026-01-15T00:00:00Z");
const SUMMER = new Date("2026-07-15T00:00:00Z");

const wordsOf = (id: string, locale: string, now: Date) =>
  timeZones(locale, null, now).find((zone) => zone.id === id)?.words;

it("names Beijing's time first, in the person's language", () => {
  expect(timeZones("en", null, WINTER)[0]).toEqual({
    id: "Asia/Shanghai",
    words: "China Standard Time · GMT+8",
  });
  expect(timeZones("zh-CN", null, WINTER)[0]?.words).toContain("中国标准时间");
});

it("tells the offset of the present season", () => {
  expect(wordsOf("Europe/Berlin", "en", WINTER)).toContain("GMT+1");
  expect(wordsOf("Europe/Berlin", "en", SUMMER)).toContain("GMT+2");
});

it("keeps a chosen zone this browser would not list, and lists none twice", () => {
  const ids = timeZones("en", "Etc/GMT-8", WINTER).map(({ id }) => id);
  expect(ids).toContain("Etc/GMT-8");
  expect(new Set(ids).size).toBe(ids.length);
});
