import { describe, expect, it } from "vitest";
import { InvalidInputError } from "@/lib/core/errors";
import { isDatabaseTrouble } from "@/lib/db/is-database-trouble";

describe("trouble with the database", () => {
  it.each([
    "Connection terminated unexpectedly",
    "Client has encountered a connection error and is not queryable",
    "timeout exceeded when trying to connect",
    "Query read timeout",
  ])("is what the driver says without a code: %s", (message) => {
    expect(isDatabaseTrouble(new Error(message))).toBe(true);
  });

  it("is what the system says of its address", () => {
    expect(isDatabaseTrouble(Object.assign(new Error("x"), { code: "ECONNREFUSED" }))).toBe(true);
  });

  it("is neither a broken rule nor a mistake of ours", () => {
    const broken = Object.assign(new Error("x"), { constraint: "codes_pkey", code: "23505" });
    expect(isDatabaseTrouble(broken)).toBe(false);
    expect(isDatabaseTrouble(new InvalidInputError("rowsMissing"))).toBe(false);
    expect(isDatabaseTrouble(new TypeError("x is not a function"))).toBe(false);
  });
});
