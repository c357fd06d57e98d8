import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asUser } from "@/lib/people/as-user";
import { beginSecondFactor } from "@/lib/people/begin-second-factor";
import { confirmSecondFactor } from "@/lib/people/confirm-second-factor";
import { endSecondFactor } from "@/lib/people/end-second-factor";
import { findSession } from "@/lib/people/find-session";
import { getSecondFactor } from "@/lib/people/get-second-factor";
import { renewRecoveryCodes } from "@/lib/people/renew-recovery-codes";
import { resetSecondFactor } from "@/lib/people/reset-second-factor";
import type { Runtime } from "@/lib/runtime";
import { authenticator } from "@/lib/testing/authenticator";
import { LATER, NOW, openGuardedDesk, PASSWORD } from "@/lib/testing/guarded-desk";
import type { GuardedDesk } from "@/lib/testing/guarded-desk";

let desk: GuardedDesk;
let runtime: Runtime;

beforeAll(async () => {
  desk = await openGuardedDesk();
  runtime = desk.runtime;
});
afterAll(() => runtime.close());

const newPerson: GuardedDesk["newPerson"] = (role) => desk.newPerson(role);
const newGuarded: GuardedDesk["newGuarded"] = (role) => desk.newGuarded(role);
const at: GuardedDesk["at"] = (now) => desk.at(now);
const enter: GuardedDesk["enter"] = (...given) => desk.enter(...given);

const actionsOf = async (userId: string) =>
  (
    await runtime.db.auditEntry.findMany({ where: { targetId: userId }, orderBy: { seq: "asc" } })
  ).map(({ action }) => action);

describe("setting up a second factor", () => {
  it("guards nothing until the app's first code was given", async () => {
    const { ctx, email, user } = await newPerson();
    const { uri, secretText, qrSvg } = await beginSecondFactor(ctx);
    expect(uri).toContain(`secret=${secretText.replaceAll(" ", "")}`);
    expect(qrSvg).toMatch(/^<svg/);
    await enter(email);
    await expect(confirmSecondFactor(ctx, { code: "000000" })).rejects.toMatchObject({
      reason: "secondFactorWrong",
    });
    expect(await getSecondFactor(ctx)).toMatchObject({ onSince: null, recoveryCodesLeft: 0 });

    const code = authenticator(secretText).codeAt(NOW);
    const { recoveryCodes } = await confirmSecondFactor(ctx, {
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const text of recoveryCodes) expect(text).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(await getSecondFactor(ctx)).toMatchObject({ onSince: NOW, recoveryCodesLeft: 10 });
    await expect(enter(email)).rejects.toMatchObject({ reason: "secondFactorNeeded" });
    expect(await actionsOf(user.id)).toContain("user.second_factor_on");
  });

  it("takes the place of an earlier beginning, but of none that is on", async () => {
    const { ctx } = await newPerson();
    const first = authenticator((await beginSecondFactor(ctx)).secretText);
    const second = authenticator((await beginSecondFactor(ctx)).secretText);
    await expect(confirmSecondFactor(ctx, { code: first.codeAt(NOW) })).rejects.toMatchObject({
      reason: "secondFactorWrong",
    });
    await confirmSecondFactor(ctx, { code: second.codeAt(NOW) });
    await expect(beginSecondFactor(ctx)).rejects.toMatchObject({ reason: "secondFactorAlreadyOn" });
    await expect(confirmSecondFactor(ctx, { code: "123456" })).rejects.toMatchObject({
      reason: "secondFactorAlreadyOn",
    });
  });

  it("is for those who have a password, and for nobody who is not signed in", async () => {
    const { user } = await newPerson();
    const db = runtime.db.user;
    const bare = await db.update({ where: { id: user.id }, data: { passwordHash: null } });
    await expect(beginSecondFactor(asUser(at(), bare))).rejects.toMatchObject({
      reason: "secondFactorNeedsPassword",
    });
    await expect(beginSecondFactor(at())).rejects.toMatchObject({ code: "not_signed_in" });
  });

  it("keeps neither secret nor codes readable, in the database or in the log", async () => {
    const { ctx, user } = await newPerson();
    const { secretText } = await beginSecondFactor(ctx);
    const app = authenticator(secretText);
    const { recoveryCodes } = await confirmSecondFactor(ctx, { code: app.codeAt(NOW) });
    const kept = JSON.stringify([
      await runtime.db.user.findUnique({ where: { id: user.id }, omit: { totpLastStep: true } }),
      await runtime.db.recoveryCode.findMany({ where: { userId: user.id } }),
      await runtime.db.auditEntry.findMany({ omit: { seq: true } }),
    ]);
    expect(kept).not.toContain(secretText.replaceAll(" ", ""));
    for (const text of recoveryCodes) {
      expect(kept).not.toContain(text);
      expect(kept).not.toContain(text.replaceAll("-", ""));
    }
  });
});

describe("signing in with a second factor", () => {
  it("lets in with the code of now, of the step before and of the next, and no other", async () => {
    for (const steps of [-1, 0, 1]) {
      const { email, app } = await newGuarded();
      await enter(email, app.codeAround(LATER, steps));
    }
    for (const steps of [-2, 2]) {
      const { email, app } = await newGuarded();
      await expect(enter(email, app.codeAround(LATER, steps))).rejects.toMatchObject({
        reason: "secondFactorWrong",
      });
    }
  });

  it("takes no code twice, nor one from before a code it has taken", async () => {
    const { email, app, user } = await newGuarded();
    await enter(email, app.codeAt(LATER));
    for (const code of [app.codeAt(LATER), app.codeAround(LATER, -1)]) {
      await expect(enter(email, code)).rejects.toMatchObject({ reason: "secondFactorWrong" });
    }
    await enter(email, app.codeAround(LATER, 1));
    expect(await actionsOf(user.id)).toContain("user.second_factor_failed");
  });

  it("does not take the code again that turned it on", async () => {
    const { email, app } = await newGuarded();
    await expect(enter(email, app.codeAt(NOW), at(NOW))).rejects.toMatchObject({
      reason: "secondFactorWrong",
    });
  });

  it("lets one in of many who bring the same code at the same moment", async () => {
    const { email, app, recoveryCodes } = await newGuarded();
    for (const code of [app.codeAt(LATER), recoveryCodes[0]]) {
      const from = at();
      const tries = Array.from({ length: 5 }, () => enter(email, code, from));
      const settled = await Promise.allSettled(tries);
      expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });

  it("takes a recovery code once, however it was typed, and says how many are left", async () => {
    const { email, recoveryCodes, user, ctx } = await newGuarded();
    const [first = ""] = recoveryCodes;
    await enter(email, ` ${first.toLowerCase().replaceAll("-", " ")} `);
    await expect(enter(email, first)).rejects.toMatchObject({ reason: "secondFactorWrong" });
    expect(await getSecondFactor(ctx)).toMatchObject({ recoveryCodesLeft: 9 });
    const [entry] = await runtime.db.auditEntry.findMany({
      where: { targetId: user.id, action: "user.recovery_code_used" },
    });
    expect(entry?.details).toEqual({ leftCount: 9 });
  });

  it("takes nobody else's recovery code", async () => {
    const [one, other] = [await newGuarded(), await newGuarded()];
    await expect(enter(one.email, other.recoveryCodes[0])).rejects.toMatchObject({
      reason: "secondFactorWrong",
    });
  });

  it("tells nobody that there is one before the password is right", async () => {
    const { email, app } = await newGuarded();
    const from = at();
    for (const code of [undefined, "000000", app.codeAt(LATER)]) {
      await expect(enter(email, code, from, "not the password")).rejects.toMatchObject({
        reason: "signInRefused",
      });
    }
    await enter(email, app.codeAt(LATER));
  });

  it("ends guessing of codes after ten tries, for whoever knows the password", async () => {
    const { email, app } = await newGuarded();
    for (let count = 0; count < 10; count += 1) {
      await expect(enter(email, "000000")).rejects.toMatchObject({ reason: "secondFactorWrong" });
    }
    await expect(enter(email, app.codeAt(LATER))).rejects.toMatchObject({ code: "throttled" });
  });
});

describe("turning it off and making new codes", () => {
  it("takes password and code to turn it off", async () => {
    const { ctx, app, email, user } = await newGuarded();
    const code = app.codeAround(NOW, 1);
    await expect(endSecondFactor(ctx, { password: "wrong", code })).rejects.toMatchObject({
      reason: "currentPasswordWrong",
    });
    await expect(
      endSecondFactor(ctx, { password: PASSWORD, code: "000000" }),
    ).rejects.toMatchObject({ reason: "secondFactorWrong" });
    await endSecondFactor(ctx, { password: PASSWORD, code });
    await enter(email);
    expect(await getSecondFactor(ctx)).toMatchObject({ onSince: null, recoveryCodesLeft: 0 });
    expect(await actionsOf(user.id)).toContain("user.second_factor_off");
  });

  it("makes ten new recovery codes for a code, and the old ones worthless", async () => {
    const { ctx, email, recoveryCodes, app } = await newGuarded();
    await expect(renewRecoveryCodes(ctx, { code: "000000" })).rejects.toMatchObject({
      reason: "secondFactorWrong",
    });
    const renewed = await renewRecoveryCodes(ctx, { code: app.codeAround(NOW, 1) });
    expect(renewed.recoveryCodes).toHaveLength(10);
    await expect(enter(email, recoveryCodes[0])).rejects.toMatchObject({
      reason: "secondFactorWrong",
    });
    await enter(email, renewed.recoveryCodes[0]);
  });

  it("is an administrator's to reset, which throws out whoever is in", async () => {
    const { ctx, email, app, user } = await newGuarded();
    const { sessionToken } = await enter(email, app.codeAt(LATER));
    await expect(resetSecondFactor(ctx, { userId: user.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await resetSecondFactor(desk.admin, { userId: user.id });
    expect(await findSession(runtime, sessionToken, LATER)).toBeNull();
    await enter(email);
    await expect(resetSecondFactor(desk.admin, { userId: user.id })).rejects.toMatchObject({
      reason: "secondFactorNotOn",
    });
    await expect(resetSecondFactor(desk.admin, { userId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
