import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCode } from "@/lib/codes/get-code";
import { mintCode } from "@/lib/codes/mint-code";
import { priceMint } from "@/lib/codes/price-mint";
import { retryCode } from "@/lib/codes/retry-code";
import { sendWhenDue } from "@/lib/testing/send-when-due";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import type { AppKind } from "@/lib/mini-programs/schema";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const QUERY_ONLY = { reason: "pathQueryOnly", field: "path", code: "invalid_input" };

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk({ WECHAT_TIMEOUT_MS: "2000" });
});
afterAll(() => desk.close());

const become = (own: OwnMiniProgram, appKind: AppKind) =>
  desk.runtime.db.miniProgram.update({ where: { id: own.id }, data: { appKind } });

describe("a path that is a query alone", () => {
  it("is minted for a mini game, as it stands", async () => {
    const game = await ownMiniProgram(desk, { appKind: "mini_game" });
    const input = wxacodeInput(desk, { miniProgramId: game.id, path: "?from=poster" });
    expect(await priceMint(desk.operator, input)).toMatchObject({ limitedCount: 1 });
    const { code } = await mintCode(desk.operator, input);
    expect(code).toMatchObject({
      status: "minted",
      target: "?from=poster",
      miniProgram: { appKind: "mini_game" },
    });
    expect(game.requests("getwxacode").map(({ body }) => body)).toMatchObject([
      { path: "?from=poster" },
    ]);
    expect(await game.quota()).toMatchObject({ spent: 1, reserved: 0 });
  });

  it("is refused for a mini program, with nothing reserved, written or sent", async () => {
    const own = await ownMiniProgram(desk);
    for (const path of ["?from=poster", "  ?from=poster", "?"]) {
      const input = wxacodeInput(desk, { miniProgramId: own.id, path });
      await expect(priceMint(desk.operator, input)).rejects.toMatchObject(QUERY_ONLY);
      await expect(mintCode(desk.operator, input)).rejects.toMatchObject(QUERY_ONLY);
      const { envVersion: _1, autoColor: _2, lineColor: _3, isHyaline: _4, ...plain } = input;
      const square = { ...plain, kind: "WXA_QRCODE" } as const;
      await expect(mintCode(desk.operator, square)).rejects.toMatchObject(QUERY_ONLY);
    }
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
    expect(await desk.runtime.db.code.count({ where: { miniProgramId: own.id } })).toBe(0);
    expect(own.requests()).toHaveLength(0);
  });

  it("is not asked for again once the mini game turns out to be a mini program", async () => {
    const own = await ownMiniProgram(desk, { appKind: "mini_game" });
    own.addFault({ endpoint: "getwxacode", fault: { kind: "errcode", errcode: 40097 }, times: 1 });
    const input = wxacodeInput(desk, { miniProgramId: own.id, path: "?from=poster" });
    const { code } = await mintCode(desk.operator, input);
    expect(code.status).toBe("refused");
    await become(own, "mini_program");
    const asked = own.requests().length;
    await expect(retryCode(desk.operator, { codeId: code.id })).rejects.toMatchObject(QUERY_ONLY);
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
    expect(own.requests()).toHaveLength(asked);
  });

  it("gives its reservation back when the kind changes while a pause holds it back", async () => {
    const own = await ownMiniProgram(desk, { appKind: "mini_game" });
    own.addFault({ endpoint: "getwxacode", fault: { kind: "errcode", errcode: 45011 }, times: 1 });
    const input = wxacodeInput(desk, { miniProgramId: own.id, path: "?from=poster" });
    const { code } = await mintCode(desk.operator, input);
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });
    await become(own, "mini_program");
    await liftPauses(desk.operator, { id: own.id });
    const asked = own.requests().length;
    await sendWhenDue(desk.runtime, code.id);
    expect(await getCode(desk.operator, { codeId: code.id })).toMatchObject({
      status: "refused",
      failure: { why: "not_sent:invalid_request", quotaUsed: "no" },
    });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
    expect(own.requests()).toHaveLength(asked);
  });
});

describe("a B code of a mini game", () => {
  it("needs no page", async () => {
    const game = await ownMiniProgram(desk, { appKind: "mini_game" });
    const input = unlimitedInput(desk, { miniProgramId: game.id, page: "" });
    const { code } = await mintCode(desk.operator, input);
    expect(code).toMatchObject({ status: "minted", target: "" });
    const [sent] = game.requests("getwxacodeunlimit");
    expect(sent?.body).not.toHaveProperty("page");
  });
});
