import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listEntries } from "@/lib/audit/list-entries";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { removeSigningKey } from "@/lib/mini-programs/remove-signing-key";
import { rotateSigningKey } from "@/lib/mini-programs/rotate-signing-key";
import { openSigningKey } from "@/lib/mini-programs/signing-key";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const keptKey = async (id: string) => {
  const { db, env } = desk.runtime;
  const row = await db.miniProgram.findUniqueOrThrow({ where: { id } });
  const sealed = row.signingKeyCiphertext;
  return sealed === null ? null : openSigningKey(env.MINTDESK_SECRET, id, sealed).reveal();
};

describe("a signing key", () => {
  it("is given once, kept encrypted, replaced and removed", async () => {
    const { id } = await ownMiniProgram(desk);
    const first = await rotateSigningKey(desk.admin, { id });
    expect(first.signingKey).toMatch(/^mks_[\w-]{43}$/);
    expect(await keptKey(id)).toBe(first.signingKey);
    const read = await getMiniProgram(desk.admin, { id });
    expect(read.signingKeyAt).toBeInstanceOf(Date);
    expect(JSON.stringify(read)).not.toContain(first.signingKey);
    const second = await rotateSigningKey(desk.admin, { id });
    expect(second.signingKey).not.toBe(first.signingKey);
    expect(await keptKey(id)).toBe(second.signingKey);
    await removeSigningKey(desk.admin, { id });
    await removeSigningKey(desk.admin, { id });
    expect(await keptKey(id)).toBeNull();
    const { rows } = await listEntries(desk.admin, {});
    const actions = rows.filter(({ targetId }) => targetId === id).map(({ action }) => action);
    expect(actions.filter((action) => action.includes("signing_key"))).toEqual([
      "mini_program.signing_key_removed",
      "mini_program.signing_key_rotated",
      "mini_program.signing_key_rotated",
    ]);
    expect(JSON.stringify(rows)).not.toContain(first.signingKey);
  });

  it("is an administrator's business", async () => {
    const { id } = await ownMiniProgram(desk);
    await expect(rotateSigningKey(desk.operator, { id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(removeSigningKey(desk.operator, { id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
