import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSealedWith, openSecret, sealSecret } from "@/lib/core/secret-box";
import { Secret } from "@/lib/core/secret";

const master = randomBytes(32).toString("base64");

describe("the secret box", () => {
  it("gives back any text it sealed, and never seals it alike twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const one = sealSecret(master, "t|c|1", new Secret(text));
        const other = sealSecret(master, "t|c|1", new Secret(text));
        expect(one).not.toBe(other);
        expect(openSecret(master, "t|c|1", one).reveal()).toBe(text);
      }),
    );
  });

  it("does not open in another place, under another key, or changed", () => {
    const sealed = sealSecret(master, "t|c|1", new Secret("5a4db0c0de"));
    expect(() => openSecret(master, "t|c|2", sealed)).toThrow();
    expect(() => openSecret(randomBytes(32).toString("base64"), "t|c|1", sealed)).toThrow(
      /another MINTDESK_SECRET/,
    );
    const parts = sealed.split(".");
    const changed = [...parts.slice(0, 3), `A${parts[3]?.slice(1)}B`, parts[4]].join(".");
    expect(() => openSecret(master, "t|c|1", changed)).toThrow();
  });
});

describe("an envelope", () => {
  it("tells under which secret it was sealed", () => {
    const sealed = sealSecret(master, "t|c|1", new Secret("5a4db0c0de"));
    expect(isSealedWith(master, sealed)).toBe(true);
    expect(isSealedWith(randomBytes(32).toString("base64"), sealed)).toBe(false);
  });
});

describe("a secret", () => {
  it("shows itself in no way but reveal", () => {
    const secret = new Secret("hunter2hunter2");
    const shown = [
      String(secret),
      JSON.stringify({ secret }),
      inspect({ deep: [secret] }, { depth: 9 }),
    ];
    expect(shown.join()).not.toContain("hunter2");
  });
});
