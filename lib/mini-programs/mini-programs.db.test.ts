import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintCode } from "@/lib/codes/mint-code";
import { archiveMiniProgram } from "@/lib/mini-programs/archive-mini-program";
import { checkCredentials } from "@/lib/mini-programs/check-credentials";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { chooseTokenSource } from "@/lib/mini-programs/choose-token-source";
import { updateMiniProgram } from "@/lib/mini-programs/update-mini-program";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const hex = (bytes: number) => randomBytes(bytes).toString("hex");

async function registerAccount() {
  const account = { appid: `wx${hex(8)}`, secret: hex(16), publishedPages: ["pages/index/index"] };
  desk.sandbox.state.createAccount(account);
  const fields = {
    name: "春风咖啡",
    wechatAppId: account.appid,
    defaultPage: "pages/index/index",
    defaultWidth: 430,
    defaultLineColor: "#07c160",
  };
  return { account, fields };
}

/** Every row of every table as text, the way a dump would show it. */
async function dump(): Promise<string> {
  const { rows } = await desk.runtime.pool.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
     FROM information_schema.tables
     WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`,
  );
  const texts = await Promise.all(
    rows.map(async ({ name }) => {
      const table = await desk.runtime.pool.query<{ text: string }>(
        `SELECT row::text AS text FROM ${name} AS row`,
      );
      return table.rows.map(({ text }) => text).join("\n");
    }),
  );
  return texts.join("\n");
}

describe("a mini program", () => {
  it("hears in words that its secret is wrong, and that the rotated one is right", async () => {
    const { account, fields } = await registerAccount();
    const { id } = await registerMiniProgram(
      desk.admin,
      { ...fields, appSecret: hex(16) },
      { isSandbox: true },
    );
    expect(await checkCredentials(desk.admin, { id })).toMatchObject({
      accepted: false,
      failure: { errcode: 40125, quotaUsed: "no" },
    });
    const { checkFailure } = await getMiniProgram(desk.admin, { id });
    expect(checkFailure).toMatchObject({ errcode: 40125, rid: expect.stringMatching(/^[0-9a-f]/) });
    expect(checkFailure?.words.zh.fix).not.toBe("");
    await chooseTokenSource(desk.admin, {
      id,
      tokenSource: "stable",
      appSecret: account.secret,
    });
    expect(await checkCredentials(desk.admin, { id })).toEqual({ accepted: true });
    expect(await getMiniProgram(desk.operator, { id })).toMatchObject({
      defaultLineColor: "#07C160",
      checkFailure: null,
    });
  });

  it("keeps its secret and its token out of every table, of what it shows and of its errors", async () => {
    const { account, fields } = await registerAccount();
    const { id } = await registerMiniProgram(
      desk.admin,
      { ...fields, appSecret: account.secret },
      { isSandbox: true },
    );
    const input = unlimitedInput(desk, { miniProgramId: id });
    const { code } = await mintCode(desk.operator, input);
    expect(code.status).toBe("minted");
    desk.sandbox.state.retireTokens(account.appid, { how: "invalid" });
    await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: id, page: "pages/no/no" }));

    const everything = await dump();
    expect(everything).toContain(account.appid);
    expect(everything).not.toContain(account.secret);
    const row = await desk.runtime.db.accessToken.findUniqueOrThrow({
      where: { holderId: id },
    });
    expect(row.ciphertext).toMatch(/^v1\./);
    expect(JSON.stringify(await getMiniProgram(desk.admin, { id }))).not.toMatch(
      /secret|ciphertext/i,
    );
  });

  it("is one per AppID, and is changed by admins only", async () => {
    const { account, fields } = await registerAccount();
    const input = { ...fields, appSecret: account.secret };
    const { id } = await registerMiniProgram(desk.admin, input);
    await expect(registerMiniProgram(desk.admin, input)).rejects.toMatchObject({
      reason: "appIdTaken",
    });
    for (const stranger of [desk.operator, desk.marketing]) {
      for (const act of [
        registerMiniProgram(stranger, input),
        updateMiniProgram(stranger, {
          ...fields,
          id,
          appKind: "mini_program",
          apiHost: "",
          repeatUnknownLimited: true,
        }),
        chooseTokenSource(stranger, { id, tokenSource: "stable", appSecret: account.secret }),
        archiveMiniProgram(stranger, { id }),
        checkCredentials(stranger, { id }),
      ]) {
        await expect(act).rejects.toMatchObject({ code: "forbidden" });
      }
    }
  });

  it("mints nothing more once archived", async () => {
    const { account, fields } = await registerAccount();
    const { id } = await registerMiniProgram(
      desk.admin,
      { ...fields, appSecret: account.secret },
      { isSandbox: true },
    );
    await archiveMiniProgram(desk.admin, { id });
    await expect(
      mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: id })),
    ).rejects.toMatchObject({ reason: "miniProgramArchived" });
  });
});
