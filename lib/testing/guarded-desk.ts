import { randomUUID } from "node:crypto";
import type { Context, Role } from "@/lib/core/context";
import { asUser } from "@/lib/people/as-user";
import { beginSecondFactor } from "@/lib/people/begin-second-factor";
import { confirmSecondFactor } from "@/lib/people/confirm-second-factor";
import { hashPassword } from "@/lib/people/hash-password";
import { signIn } from "@/lib/people/sign-in";
import { authenticator } from "@/lib/testing/authenticator";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

export const PASSWORD = "mangrove-kettle-orbit";
/** When second factors are set up, and when they are used. */
export const NOW = new Date("2026-11-22T08:00:10Z");
export const LATER = new Date("2026-11-22T09:00:10Z");

export type GuardedDesk = Awaited<ReturnType<typeof openGuardedDesk>>;

/** A desk whose people have passwords and, if wanted, a second factor. */
export async function openGuardedDesk() {
  const runtime = await openTestRuntime();
  const admin = await asPerson(runtime, "admin");
  const passwordHash = await hashPassword(PASSWORD);

  function at(now: Date = LATER): Context {
    const nobody = contextFor(runtime, { kind: "anonymous", id: null, name: "—" }, () => now);
    return { ...nobody, address: randomUUID() };
  }

  async function newPerson(role: Role = "operator") {
    const email = `${randomUUID()}@example.com`;
    const data = { email, name: "陈伟", role, passwordHash };
    const user = await runtime.db.user.create({ data });
    return { user, email, ctx: asUser(at(NOW), user) };
  }

  async function newGuarded(role?: Role) {
    const person = await newPerson(role);
    const { secretText } = await beginSecondFactor(person.ctx);
    const app = authenticator(secretText);
    const { recoveryCodes } = await confirmSecondFactor(person.ctx, { code: app.codeAt(NOW) });
    return { ...person, app, recoveryCodes };
  }

  return {
    runtime,
    admin,
    /** Somebody at an address of their own; LATER, if nothing else is said. */
    at,
    /** A person with a password, and their context at NOW. */
    newPerson,
    /** A person whose second factor is on since NOW. */
    newGuarded,
    enter: (email: string, code?: string, ctx = at(), password = PASSWORD) =>
      signIn(ctx, { email, password, code, userAgent: "vitest" }),
  };
}
