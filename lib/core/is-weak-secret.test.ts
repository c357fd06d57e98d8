import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isWeakSecret } from "@/lib/core/is-weak-secret";

describe("a weak secret", () => {
  it.each([
    ["all alike", Buffer.alloc(32, 7)],
    ["counted up", Buffer.from(Array.from({ length: 32 }, (_, at) => at))],
    ["a word over and over", Buffer.from("mintdeskmintdeskmintdeskmintdesk")],
    ["a sentence", Buffer.from("change me before you go public!!")],
    ["seven bytes over and over", Buffer.alloc(32, "00ff13a7c2004f", "hex")],
    ["hexadecimal digits", Buffer.from(randomBytes(16).toString("hex"))],
  ])("is one that is %s", (_, bytes) => {
    expect(bytes).toHaveLength(32);
    expect(isWeakSecret(bytes)).toBe(true);
  });

  it("is none that was drawn", () => {
    const drawn = Array.from({ length: 5_000 }, () => randomBytes(32));
    expect(drawn.filter(isWeakSecret)).toEqual([]);
  });
});
