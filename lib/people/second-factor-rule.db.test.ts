import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { beginSecondFactor } from "@/lib/people/begin-second-factor";
import { confirmSecondFactor } from "@/lib/people/confirm-second-factor";
import { endSecondFactor } from "@/lib/people/end-second-factor";
import { findSession } from "@/lib/people/find-session";
import { getSecondFactor } from "@/lib/people/get-second-factor";
import { makeApiKey } from "@/lib/people/make-api-key";
import { resetSecondFactor } from "@/lib/people/reset-second-factor";
import { setSecondFactorRule } from "@/lib/people/set-second-factor-rule";
import type { Runtime } from "@/lib/runtime";
import { authenticator } from "@/lib/testing/authenticator";
import { LATER, NOW, openGuardedDesk, PASSWORD } from "@/lib/testing/guarded-desk";
import type { GuardedDesk } from "@/lib/testing/guarded-desk";

let desk: GuardedDesk;
let runtime: Runtime;
let admin: Context;

beforeAll(async () => {
  desk = await openGuardedDesk();
  ({ runtime, admin } = desk);
});
afterAll(() => runtime.close());

describe("the rule of the desk", () => {
  it("leaves those who lack the second factor nothing but setting it up, until they have", async () => {
    const { ctx, email, user } = await desk.newPerson("admin");
    const { sessionToken } = await desk.enter(email);
    const person = () => findSession(runtime, sessionToken, LATER);
    expect(await person()).toMatchObject({ mustSetUpSecondFactor: false });
    await setSecondFactorRule(admin, { rule: "admins" });
    expect(await person()).toMatchObject({ mustSetUpSecondFactor: true });
    expect(await getSecondFactor(ctx)).toMatchObject({ isRequired: true });

    const { id, name, role } = user;
    const actor = { kind: "user", id, name, role, limitedTo: ["account:write"] } as const;
    const limited: Context = { ...ctx, actor };
    await expect(resetSecondFactor(limited, { userId: user.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    const key = { name: "shop", scopes: ["codes:read" as const], days: null };
    await expect(makeApiKey(limited, key)).rejects.toMatchObject({ code: "forbidden" });
    const { secretText } = await beginSecondFactor(limited);
    const code = authenticator(secretText).codeAt(NOW);
    await confirmSecondFactor(limited, { code });
    expect(await person()).toMatchObject({ mustSetUpSecondFactor: false });
  });

  it("asks administrators or everyone, and nobody without a password", async () => {
    const operator = await desk.newPerson();
    const { sessionToken } = await desk.enter(operator.email);
    const mustSetUp = async () =>
      (await findSession(runtime, sessionToken, LATER))?.mustSetUpSecondFactor;
    await setSecondFactorRule(admin, { rule: "admins" });
    expect(await mustSetUp()).toBe(false);
    await setSecondFactorRule(admin, { rule: "everyone" });
    expect(await mustSetUp()).toBe(true);
    const { id } = operator.user;
    await runtime.db.user.update({ where: { id }, data: { passwordHash: null } });
    expect(await mustSetUp()).toBe(false);
    await setSecondFactorRule(admin, { rule: "off" });
  });

  it("does not let it be turned off", async () => {
    const { ctx, app } = await desk.newGuarded();
    await setSecondFactorRule(admin, { rule: "everyone" });
    const code = app.codeAround(NOW, 1);
    await expect(endSecondFactor(ctx, { password: PASSWORD, code })).rejects.toMatchObject({
      reason: "secondFactorRequired",
    });
    await setSecondFactorRule(admin, { rule: "off" });
  });
});
