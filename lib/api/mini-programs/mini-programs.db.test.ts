import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { MiniProgram } from "@/lib/api/mini-programs/mini-program-view";
import type { Quota } from "@/lib/api/mini-programs/quota-view";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { mintCode } from "@/lib/codes/mint-code";
import { archiveMiniProgram } from "@/lib/mini-programs/archive-mini-program";
import { setBudget } from "@/lib/quota/set-budget";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { wxacodeInput } from "@/lib/testing/sandbox-desk";

type List = { data: z.input<typeof MiniProgram>[] };

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const quotaOf = async (id: string) =>
  (await (await desk.ask(`GET /mini-programs/${id}/quota`)).json()) as z.input<typeof Quota>;

describe("mini programs", () => {
  it("are listed with their defaults and nothing secret", async () => {
    const response = await desk.ask("GET /mini-programs");
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as List;
    const sandbox = data.find(({ id }) => id === desk.miniProgramId);
    expect(Object.keys(sandbox ?? {}).toSorted()).toEqual([
      "appKind",
      "archivedAt",
      "createdAt",
      "defaultLineColor",
      "defaultPage",
      "defaultWidth",
      "id",
      "isSandbox",
      "name",
      "wechatAppId",
    ]);
    expect(sandbox).toMatchObject({ isSandbox: true, archivedAt: null, defaultWidth: 430 });
  });

  it("are listed archived ones for who asks for them", async () => {
    const { id } = await ownMiniProgram(desk);
    await archiveMiniProgram(desk.admin, { id });
    const ids = async (query: string) =>
      ((await (await desk.ask(`GET /mini-programs${query}`)).json()) as List).data.map(
        (one) => one.id,
      );
    expect(await ids("")).not.toContain(id);
    expect(await ids("?includeArchived=true")).toContain(id);
  });

  it("need a scope that reads them", async () => {
    const key = await desk.keyOf(desk.operator, ["audit:read"]);
    expect((await desk.ask("GET /mini-programs", { key })).status).toBe(403);
    const marketing = await desk.keyOf(desk.marketing, ["quota:read"]);
    expect((await desk.ask("GET /mini-programs", { key: marketing })).status).toBe(200);
  });
});

describe("a mini program's quota", () => {
  it("counts down with each A code, for the day too, and for who has a share", async () => {
    const { id } = await ownMiniProgram(desk);
    const { id: campaignId } = await createCampaign(desk.operator, { name: randomUUID() });
    const holder = { kind: "campaign", id: campaignId } as const;
    await setBudget(desk.admin, { miniProgramId: id, holder, share: 5 });
    const before = await quotaOf(id);
    expect(before).toMatchObject({ limit: 100_000, spent: 0, reserved: 0, left: 100_000 });
    await mintCode(desk.operator, wxacodeInput(desk, { miniProgramId: id, campaignId }));
    const after = await quotaOf(id);
    expect(after).toMatchObject({ spent: 1, reserved: 0, left: 99_999 });
    expect(after.callsLeftToday).toBe(before.callsLeftToday - 1);
    expect(after.budgets).toMatchObject([
      { holder: { id: campaignId }, share: 5, used: 1, left: 4 },
    ]);
    expect(after.witness.numUsed).toBe(1);
  });

  it("is shown to keys with the scope, and not found where there is no mini program", async () => {
    const reader = await desk.keyOf(desk.operator, ["codes:read"]);
    const path = `GET /mini-programs/${desk.miniProgramId}/quota`;
    expect((await desk.ask(path, { key: reader })).status).toBe(403);
    expect((await desk.ask(`GET /mini-programs/${randomUUID()}/quota`)).status).toBe(404);
  });
});
