import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import type { Campaign } from "@/lib/api/campaigns/campaign-view";
import type { Problem } from "@/lib/api/problem";
import { listEntries } from "@/lib/audit/list-entries";
import type { z } from "zod";

type CampaignJson = z.input<typeof Campaign>;

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const problem = async (response: Response) => (await response.json()) as Problem;

async function create(name: string): Promise<CampaignJson> {
  const response = await desk.ask("POST /campaigns", { body: { name } });
  expect(response.status).toBe(201);
  return (await response.json()) as CampaignJson;
}

const refused = (body: unknown, language: string) =>
  desk.ask("POST /campaigns", { body, headers: { "Accept-Language": language } });

describe("campaigns", () => {
  it("are created, read, renamed and given fields, and the log says who by", async () => {
    const { id } = await create("夏季 2027");
    const field = { key: "shop", label: "门店", type: "text", isRequired: true };
    const body = { name: "冬季 2027", fields: [field], channelField: "shop" };
    const changed = await desk.ask(`PATCH /campaigns/${id}`, { body });
    expect(await changed.json()).toMatchObject({ id, ...body, codeCount: 0 });
    const read = await desk.ask(`GET /campaigns/${id}`);
    expect(await read.json()).toMatchObject({ id, ...body });
    const list = (await (await desk.ask("GET /campaigns")).json()) as { data: CampaignJson[] };
    expect(list.data.map((campaign) => campaign.id)).toContain(id);
    const { rows } = await listEntries(desk.admin, { kind: "campaigns" });
    const acts = rows.filter(({ targetId }) => targetId === id).map(({ action }) => action);
    expect(acts).toEqual(["campaign.fields_set", "campaign.renamed", "campaign.created"]);
  });

  it("change altogether or not at all", async () => {
    const { id, name } = await create("整体");
    const body = { name: "别的", channelField: "nobody" };
    const half = await desk.ask(`PATCH /campaigns/${id}`, { body });
    expect(half.status).toBe(422);
    expect(await (await desk.ask(`GET /campaigns/${id}`)).json()).toMatchObject({ name });
  });

  it("have names of their own: a taken one answers 409", async () => {
    const { name } = await create("独一无二");
    const taken = await desk.ask("POST /campaigns", { body: { name } });
    expect(taken.status).toBe(409);
    expect(taken.headers.get("content-type")).toBe("application/problem+json");
    expect(await problem(taken)).toMatchObject({ code: "conflict", reason: "campaignTaken" });
  });

  it("say what is wrong, and where, in the caller's language", async () => {
    const wrong = await refused({ name: " ", colour: "red" }, "zh-CN");
    expect(wrong.status).toBe(422);
    const { errors, detail } = await problem(wrong);
    expect(errors?.map(({ pointer, reason }) => [pointer, reason])).toEqual([
      ["/name", "nameMissing"],
      ["/colour", "fieldUnknown"],
    ]);
    expect(detail).toMatch(/[一-龥]/);
    expect((await problem(await refused({ name: "" }, "en"))).detail).toMatch(/^[\x20-\x7e]+$/);
  });

  it("that are not there, or have no id at all, are not found and not valid", async () => {
    const gone = await desk.ask("GET /campaigns/0197c0de-0000-7000-8000-000000000009");
    expect([gone.status, (await problem(gone)).code]).toEqual([404, "not_found"]);
    const odd = await desk.ask("GET /campaigns/seven");
    expect([odd.status, (await problem(odd)).errors?.[0]?.pointer]).toEqual([422, ":id"]);
  });

  it("are nobody's without a key that works and reaches so far", async () => {
    const stranger = await desk.ask("GET /campaigns", { key: "" });
    expect([stranger.status, stranger.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer realm="mintdesk"',
    ]);
    const wrong = await desk.ask("GET /campaigns", { key: `${desk.key.slice(0, -1)}x` });
    expect(await problem(wrong)).toMatchObject({ code: "not_signed_in", reason: "keyMissing" });
    const reader = await desk.keyOf(desk.operator, ["codes:read"]);
    const narrow = await desk.ask("POST /campaigns", { key: reader, body: { name: "x" } });
    expect(await problem(narrow)).toMatchObject({ status: 403, code: "forbidden" });
    const marketing = await desk.keyOf(desk.marketing, ["codes:read"]);
    expect((await desk.ask("GET /campaigns", { key: marketing })).status).toBe(200);
  });
});
