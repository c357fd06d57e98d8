import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { AuditEntry } from "@/lib/api/audit/entry-view";
import type { Verdict } from "@/lib/api/audit/verdict-view";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { createCampaign } from "@/lib/campaigns/create-campaign";

type EntryJson = z.output<typeof AuditEntry>;
interface PageJson {
  data: EntryJson[];
  next: string | null;
}

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
  for (const name of ["立春", "雨水", "惊蛰"]) await createCampaign(desk.operator, { name });
});
afterAll(() => desk.close());

async function read(query = "", headers: Record<string, string> = {}): Promise<PageJson> {
  const response = await desk.ask(`GET /audit?${query}`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as PageJson;
}

describe("the log", () => {
  it("is read page by page, every entry once, each following from the one before", async () => {
    const seen: EntryJson[] = [];
    let page = await read("limit=2");
    seen.push(...page.data);
    while (page.next !== null) {
      page = await read(`limit=2&cursor=${page.next}`);
      seen.push(...page.data);
    }
    const count = await desk.runtime.db.auditEntry.count();
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, i) => count - i));
    seen.slice(0, -1).forEach((entry, i) => expect(entry.prevHash).toBe(seen[i + 1]?.hash));
  });

  it("tells who did what to what, in the reader's language", async () => {
    const query = `action=campaign.created&search=${encodeURIComponent("惊蛰")}`;
    const { data } = await read(query, { "Accept-Language": "zh-CN" });
    const { actor } = desk.operator;
    expect(data).toMatchObject([
      {
        actor: { kind: "user", id: actor.id, name: actor.name },
        action: "campaign.created",
        target: { kind: "campaign", label: "惊蛰" },
        sentence: expect.stringMatching(/^Chen Wei.*创建.*惊蛰/),
      },
    ]);
    const english = await read(query, { "Accept-Language": "en" });
    expect(english.data[0]?.sentence).toMatch(/^Chen Wei created/);
  });

  it("is narrowed by what the screen narrows it by, and by nothing else", async () => {
    const { data } = await read("kind=campaigns");
    expect(data.map(({ target }) => target.label)).toEqual(["惊蛰", "雨水", "立春"]);
    expect((await read("kind=campaigns&to=2020-01-01")).data).toEqual([]);
    for (const query of ["kind=shoes", "hour=24", "limit=0", "colour=red"]) {
      expect((await desk.ask(`GET /audit?${query}`)).status, query).toBe(422);
    }
  });

  it("is verified whole, however many ask at once, and says where it breaks", async () => {
    const verify = async () => {
      const response = await desk.ask("GET /audit/verify");
      expect(response.status).toBe(200);
      return (await response.json()) as z.output<typeof Verdict>;
    };
    const count = await desk.runtime.db.auditEntry.count();
    const verdicts = await Promise.all([verify(), verify(), verify()]);
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({ intact: true, entryCount: count, brokenSeq: null });
    }
    await desk.runtime.db.$transaction([
      desk.runtime.db.$executeRaw`SET LOCAL session_replication_role = replica`,
      desk.runtime.db.$executeRaw`UPDATE audit_entries SET target_label = '清明' WHERE seq = 2`,
    ]);
    expect(await verify()).toMatchObject({ intact: false, brokenSeq: 2, why: "chain" });
  });

  it("is nothing for a key without its scope", async () => {
    const key = await desk.keyOf(desk.operator, ["codes:read", "packs:write", "scenes:write"]);
    for (const path of ["/audit", "/audit/verify"]) {
      expect((await desk.ask(`GET ${path}`, { key })).status).toBe(403);
    }
    const marketing = await desk.keyOf(desk.marketing, ["audit:read"]);
    expect((await desk.ask("GET /audit", { key: marketing })).status).toBe(200);
  });
});
