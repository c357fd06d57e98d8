import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { hashPassword } from "@/lib/people/hash-password";
import { signIn } from "@/lib/people/sign-in";
import type { Runtime } from "@/lib/runtime";
import { contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let passwordHash: string;
let email: string;
const PASSWORD = "mangrove-kettle-orbit";
const WINDOW_SECONDS = 60;

beforeAll(async () => {
  runtime = await openTestRuntime();
  passwordHash = await hashPassword(PASSWORD);
});
beforeEach(async () => {
  email = `${randomUUID()}@example.com`;
  await runtime.db.user.create({ data: { email, name: "陈伟", role: "operator", passwordHash } });
});
afterAll(() => runtime.close());

function from(address: string = randomUUID()): Context {
  return { ...contextFor(runtime, { kind: "anonymous", id: null, name: "—" }), address };
}

const enter = (ctx: Context, password = PASSWORD, device = "", mail = email) =>
  signIn(ctx, { email: mail, password, device, userAgent: "vitest" });

interface Refused {
  code: string;
  values: { seconds?: number };
}

/** A thousand tries at the account, each from another address; what each was told. */
async function storm(): Promise<Refused[]> {
  const tries = Array.from({ length: 1_000 }, () =>
    enter(from(), "guess").then(
      () => ({ code: "in", values: {} }),
      ({ code, values }: Refused) => ({ code, values }),
    ),
  );
  return Promise.all(tries);
}

/** What all counters say once so many seconds have passed. */
async function pass(seconds: number): Promise<void> {
  const ms = BigInt(seconds * 1_000);
  await runtime.db.throttle.updateMany({ data: { expire: { decrement: ms } } });
}

describe("a thousand strangers at one account", () => {
  it("have five tries a minute together, and are told how long to wait", async () => {
    const told = await storm();
    expect(told.filter(({ code }) => code === "invalid_input")).toHaveLength(5);
    const turnedAway = told.filter(({ code }) => code === "throttled");
    expect(turnedAway).toHaveLength(995);
    for (const { values } of turnedAway) {
      expect(values.seconds).toBeGreaterThan(0);
      expect(values.seconds).toBeLessThanOrEqual(WINDOW_SECONDS);
    }
  });

  it("do not keep the owner out for a second who comes with a browser they have used before", async () => {
    const { device } = await enter(from());
    await storm();
    await enter(from(), PASSWORD, device);
  });

  it("do not keep the owner out for a second at an address they have signed in from", async () => {
    const office = from();
    await enter(office);
    await storm();
    await enter(office);
  });

  it("keep the owner out for a minute at most who comes with a new phone from elsewhere", async () => {
    await storm();
    await expect(enter(from())).rejects.toMatchObject({ code: "throttled" });
    await pass(WINDOW_SECONDS);
    await enter(from());
  });

  it("leave no more in the log than the five that were tried", async () => {
    await storm();
    const where = { action: "user.sign_in_failed", targetLabel: email };
    expect(await runtime.db.auditEntry.count({ where })).toBe(5);
  });
});

describe("a browser the account knows", () => {
  it("has ten tries a minute of its own and no more", async () => {
    const { device } = await enter(from());
    for (let count = 0; count < 10; count += 1) {
      await expect(enter(from(), "typo", device)).rejects.toMatchObject({
        reason: "signInRefused",
      });
    }
    await expect(enter(from(), PASSWORD, device)).rejects.toMatchObject({ code: "throttled" });
  });

  it("is known by what the desk made for this account only", async () => {
    const { device } = await enter(from());
    const other = `${randomUUID()}@example.com`;
    await runtime.db.user.create({
      data: { email: other, name: "周敏", role: "marketing", passwordHash },
    });
    const [id = "", mark = ""] = device.split(".");
    const forged = `${id}.${mark.startsWith("A") ? "B" : "A"}${mark.slice(1)}`;
    await storm();
    await expect(enter(from(), PASSWORD, forged)).rejects.toMatchObject({ code: "throttled" });
    const atOther = Array.from({ length: 5 }, () =>
      enter(from(), "guess", device, other).catch((error: Refused) => error.code),
    );
    expect(await Promise.all(atOther)).toEqual(Array(5).fill("invalid_input"));
    await expect(enter(from(), PASSWORD, device, other)).rejects.toMatchObject({
      code: "throttled",
    });
  });
});

describe("an address", () => {
  it("of IPv6 is its network, because anybody has all of the rest", async () => {
    const codes = await Promise.all(
      Array.from({ length: 31 }, (_, count) =>
        enter(
          from(`2001:db8::${count.toString(16)}`),
          "guess",
          "",
          `${randomUUID()}@example.com`,
        ).catch((error: Refused) => error.code),
      ),
    );
    expect(codes.filter((code) => code === "throttled")).toHaveLength(1);
  });

  it("may be as long as it likes, and so may the mail", async () => {
    const long = `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.com`;
    await expect(enter(from("x".repeat(400)), "guess", "", long)).rejects.toMatchObject({
      reason: "signInRefused",
    });
  });
});

describe("an account without a password", () => {
  it("is entered with none, whatever is tried", async () => {
    await runtime.db.user.update({ where: { email }, data: { passwordHash: null } });
    for (const password of ["", "decoy", "null"]) {
      await expect(enter(from(), password)).rejects.toMatchObject({ reason: "signInRefused" });
    }
  });
});
