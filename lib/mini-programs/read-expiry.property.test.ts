import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExpiry } from "@/lib/mini-programs/read-expiry";
import { readJsonPath } from "@/lib/mini-programs/read-json-path";

const NOW = new Date("2026-11-21T08:00:00.000Z");
const seconds = fc.integer({ min: 1, max: 86_400 });

describe("the expiry a token server tells", () => {
  it("is the same whichever way it is written", () => {
    fc.assert(
      fc.property(seconds, (left) => {
        const end = new Date(NOW.getTime() + left * 1000);
        for (const written of [
          left,
          String(left),
          end.getTime(),
          String(end.getTime()),
          end.getTime() / 1000,
          end.toISOString(),
        ]) {
          expect(readExpiry(written, NOW), String(written)).toBe(left);
        }
      }),
    );
  });

  it("is nothing when it has passed or is no time at all", () => {
    for (const written of [0, -5, NOW.getTime(), "2026-11-21T07:59:59Z", "", "soon", null, {}]) {
      expect(readExpiry(written, NOW), String(written)).toBeNull();
    }
  });
});

describe("a path into JSON", () => {
  it("finds what was put there, through objects and lists", () => {
    const step = fc.stringMatching(/^[a-z_]{1,8}$|^\d$/);
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.string(), (steps, value) => {
        const json = steps.reduceRight<unknown>(
          (inner, name) => (name === "0" ? [inner] : { [name]: inner }),
          value,
        );
        expect(readJsonPath(json, steps.join("."))).toBe(value);
        expect(readJsonPath(json, `${steps.join(".")}.missing`)).toBeUndefined();
      }),
    );
  });

  it("does not reach what the answer did not say", () => {
    expect(readJsonPath({}, "constructor.name")).toBeUndefined();
    expect(readJsonPath("text", "length")).toBeUndefined();
    expect(readJsonPath(null, "a")).toBeUndefined();
  });
});
