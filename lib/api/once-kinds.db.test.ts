import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { answerOnce } from "@/lib/api/answer-once";
import type { Once } from "@/lib/api/answer-once";
import { createCampaignEndpoint } from "@/lib/api/campaigns/create-campaign";
import type { Endpoint } from "@/lib/api/endpoint";
import { ApiError } from "@/lib/api/problem";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { uploadsFolder } from "@/lib/runtime";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const KEYED: Endpoint = { ...createCampaignEndpoint, once: "keyed" };
const UPLOAD: Endpoint = { ...KEYED, otherBodies: { "multipart/form-data": z.object({}) } };

const JSON_TYPE = { "Content-Type": "application/json" };

const problem = async () => new Response("failed", { status: 502 });

function send(
  endpoint: Endpoint,
  key: string,
  work: (once: Once | null) => Promise<Response>,
  init: RequestInit = { headers: JSON_TYPE },
): Promise<Response> {
  const request = new Request("http://desk/api/v1/things", { method: "POST", body: "{}", ...init });
  request.headers.set("Idempotency-Key", key);
  const read = { params: {}, query: {}, body: {}, bytes: Buffer.from("{}") };
  return answerOnce({ ctx: desk.operator, endpoint, request, read, problem }, work);
}

const formOf = (text: string) => {
  const body = new FormData();
  body.set("file", new File([text], "rows.csv", { type: "text/csv" }));
  return { body };
};
const lengthOf = async (once: Once | null) => {
  const file = (await once?.request.formData())?.get("file");
  return Response.json({ size: file instanceof File ? file.size : null });
};

describe("a call done by its key", () => {
  it("that failed on the way to WeChat is done again at once, under the same request key", async () => {
    const key = randomUUID();
    const keys: (string | undefined)[] = [];
    const work = async (once: Once | null) => {
      keys.push(once?.requestKey);
      if (keys.length === 1) throw new ApiError("wechat_unreachable", "unexpected");
      return Response.json({ at: keys.length });
    };
    expect((await send(KEYED, key, work)).status).toBe(502);
    expect(await (await send(KEYED, key, work)).json()).toEqual({ at: 2 });
    expect(await (await send(KEYED, key, work)).json()).toEqual({ at: 2 });
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("keeps of the answer what a repeat needs, and not its body when that has no end", async () => {
    const key = randomUUID();
    const headers = { Location: "/api/v1/things/1", ETag: '"1"', "X-Other": "no" };
    const first = await send(KEYED, key, async () => Response.json({}, { status: 201, headers }));
    expect(first.headers.get("x-other")).toBe("no");
    const again = await send(KEYED, key, () => Promise.reject(new Error("done twice")));
    expect(Object.fromEntries(again.headers)).toEqual({
      "content-type": "application/json",
      etag: '"1"',
      "idempotency-replayed": "true",
      location: "/api/v1/things/1",
    });
    const long = "x".repeat(1024 * 1024 + 1);
    const longKey = randomUUID();
    for (const _ of [1, 2]) {
      const answer = await send(KEYED, longKey, async () => new Response(long));
      expect((await answer.text()).length).toBe(long.length);
      expect(answer.headers.has("idempotency-replayed")).toBe(false);
    }
  });
});

describe("a call done in one transaction", () => {
  it("leaves nothing when it fails, and is done again", async () => {
    const key = randomUUID();
    const make = (name: string) => async (once: Once | null) => {
      const { id } = await createCampaign(once?.ctx ?? desk.operator, { name });
      if (name === "半途") throw new Error("fell over");
      return Response.json({ id });
    };
    expect((await send(createCampaignEndpoint, key, make("半途"))).status).toBe(502);
    expect(await desk.runtime.db.campaign.count({ where: { name: "半途" } })).toBe(0);
    expect((await send(createCampaignEndpoint, key, make("做完"))).status).toBe(200);
  });

  it("counts for nothing when somebody took it over and was faster", async () => {
    const key = randomUUID();
    const make = async (once: Once | null, name: string) => {
      await createCampaign(once?.ctx ?? desk.operator, { name });
      return Response.json({ name });
    };
    const slow = await send(createCampaignEndpoint, key, async (once) => {
      // As if this process had slept past its hold.
      await desk.runtime.db.$executeRaw`
        UPDATE idempotent_requests SET held_until = clock_timestamp() - interval '1 second'
        WHERE key = ${key}`;
      await send(createCampaignEndpoint, key, (other) => make(other, "快的"));
      return make(once, "慢的");
    });
    expect(await slow.json()).toEqual({ name: "快的" });
    expect(await desk.runtime.db.campaign.count({ where: { name: "慢的" } })).toBe(0);
    expect(await desk.runtime.db.campaign.count({ where: { name: "快的" } })).toBe(1);
  });
});

describe("a form with a file", () => {
  it("is known again by what is in it, not by the boundary it was sent with", async () => {
    const key = randomUUID();
    const text = "桌号,门店\n".repeat(50_000);
    const first = await send(UPLOAD, key, lengthOf, formOf(text));
    expect(await first.json()).toEqual({ size: Buffer.byteLength(text) });
    const again = await send(UPLOAD, key, lengthOf, formOf(text));
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const other = send(UPLOAD, key, lengthOf, formOf(`${text}x`));
    await expect(other).rejects.toMatchObject({ code: "idempotency_key_reused" });
  });

  it("leaves nothing behind on disk, and has an end", async () => {
    const large = formOf("x".repeat(22 * 1024 * 1024));
    const refused = send(UPLOAD, randomUUID(), lengthOf, large);
    await expect(refused).rejects.toMatchObject({ code: "too_large" });
    expect(await readdir(path.join(uploadsFolder(desk.runtime.env), "incoming"))).toEqual([]);
  });
});
