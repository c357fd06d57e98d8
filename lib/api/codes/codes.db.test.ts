import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintByApi } from "@/lib/api/codes/testing/mint-by-api";
import type { CodeJson } from "@/lib/api/codes/testing/mint-by-api";
import { unlimitedBody } from "@/lib/api/codes/testing/mint-bodies";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { pictureKey } from "@/lib/storage/object-keys";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const minted = (changes: object = {}) => mintByApi(desk, unlimitedBody(desk, changes));

/** What is wrong with a query, and how that is told. */
async function fault(query: string): Promise<[number, string | undefined]> {
  const response = await desk.ask(`GET /codes?${query}`);
  const { errors } = (await response.json()) as Problem;
  return [response.status, errors?.[0]?.pointer];
}

describe("codes", () => {
  it("are renamed, tagged and moved, each on its own", async () => {
    const { id: campaignId } = await createCampaign(desk.operator, { name: randomUUID() });
    const { id, label } = await minted({ tags: ["门店"] });
    const edit = async (body: object) =>
      (await (await desk.ask(`PATCH /codes/${id}`, { body })).json()) as CodeJson;
    expect(await edit({ campaignId })).toMatchObject({ label, campaign: { id: campaignId } });
    const renamed = { label: "4 号桌", tags: ["门店"], campaign: { id: campaignId } };
    expect(await edit({ label: "4 号桌" })).toMatchObject(renamed);
    expect(await edit({ campaignId: null, tags: [] })).toMatchObject({ tags: [], campaign: null });
    const key = await desk.keyOf(desk.operator, ["codes:read"]);
    const body = { label: "x" };
    expect((await desk.ask(`PATCH /codes/${id}`, { body, key })).status).toBe(403);
    expect((await desk.ask(`PATCH /codes/${randomUUID()}`, { body })).status).toBe(404);
  });

  it("are listed page by page, each once, by filter", async () => {
    const tag = randomUUID().slice(0, 8);
    const wanted: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      wanted.unshift((await minted({ tags: [tag] })).id);
    }
    const found: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const cursor = next === "" ? "" : `&cursor=${next}`;
      const response = await desk.ask(`GET /codes?tag=${tag}&limit=2${cursor}`);
      const page = (await response.json()) as { data: CodeJson[]; next: string | null };
      expect(page.data.length).toBeLessThanOrEqual(2);
      found.push(...page.data.map(({ id }) => id));
      next = page.next;
    }
    expect(found).toEqual(wanted);
    const refused = await desk.ask(`GET /codes?tag=${tag}&status=refused`);
    expect(await refused.json()).toEqual({ data: [], next: null });
  });

  it("are not listed for filters that mean nothing", async () => {
    expect(await fault("limit=201")).toEqual([422, "?limit"]);
    expect(await fault("colour=red")).toEqual([422, "?colour"]);
    expect(await fault("from=yesterday")).toEqual([422, "?from"]);
    expect((await fault("cursor=nonsense"))[0]).toBe(422);
  });

  it("that are not there are not found, and other scopes do not read them", async () => {
    expect((await desk.ask(`GET /codes/${randomUUID()}`)).status).toBe(404);
    const key = await desk.keyOf(desk.operator, ["audit:read"]);
    expect((await desk.ask("GET /codes", { key })).status).toBe(403);
  });
});

describe("a code's picture", () => {
  it("comes byte for byte, once: who has it gets 304", async () => {
    const { id, picture, imageUrl } = await minted();
    expect(imageUrl).toBe(`${desk.runtime.env.publicUrl}/api/v1/codes/${id}/image`);
    const path = `GET /codes/${id}/image`;
    const response = await desk.ask(path);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(await desk.runtime.store.read(pictureKey(picture?.sha256 ?? "")))).toBe(
      true,
    );
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(picture?.sha256);
    expect(response.headers.get("content-type")).toBe(picture?.mediaType);
    const etag = response.headers.get("etag") ?? "";
    for (const told of [etag, `"other", W/${etag}`]) {
      const again = await desk.ask(path, { headers: { "If-None-Match": told } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    const other = await desk.ask(path, { headers: { "If-None-Match": '"other"' } });
    expect(other.status).toBe(200);
    await other.body?.cancel();
  });

  it("comes small as well, under another tag", async () => {
    const { id, picture } = await minted();
    const small = await desk.ask(`GET /codes/${id}/image?size=thumbnail`);
    expect(small.headers.get("content-type")).toBe("image/png");
    expect(small.headers.get("etag")).not.toBe(`"${picture?.sha256}"`);
    expect((await small.arrayBuffer()).byteLength).toBeGreaterThan(0);
    expect((await desk.ask(`GET /codes/${id}/image?size=huge`)).status).toBe(422);
  });

  it("is not there for strangers, other scopes and other codes", async () => {
    const { id } = await minted();
    const key = await desk.keyOf(desk.operator, ["quota:read"]);
    expect((await desk.ask(`GET /codes/${id}/image`, { key })).status).toBe(403);
    expect((await desk.ask(`GET /codes/${id}/image`, { key: "" })).status).toBe(401);
    expect((await desk.ask(`GET /codes/${randomUUID()}/image`)).status).toBe(404);
  });
});
