import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApi } from "@/lib/api/app";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { askThrough } from "@/lib/api/testing/ask-through";
import { removeOldRequests } from "@/lib/idempotency/remove-old-requests";
import { openRuntime } from "@/lib/runtime";
import { contextFor } from "@/lib/testing/test-runtime";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const once = (key: string) => ({ "Idempotency-Key": key });
const code = async (response: Response) => ((await response.json()) as Problem).code;
const campaigns = (name: string) => desk.runtime.db.campaign.count({ where: { name } });

function create(name: string, key: string, more: { key?: string } = {}): Promise<Response> {
  return desk.ask("POST /campaigns", { body: { name }, headers: once(key), ...more });
}

describe("a repeat under the same Idempotency-Key", () => {
  it("gets the first answer to the byte, and nothing is done again", async () => {
    const key = randomUUID();
    const first = await create("重发", key);
    const again = await create("重发", key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"));
    const replayed = [first, again].map(({ headers }) => headers.get("idempotency-replayed"));
    expect(replayed).toEqual([null, "true"]);
    expect(await again.text()).toBe(await first.text());
    expect(await campaigns("重发")).toBe(1);
  });

  it("gets it from another process as well", async () => {
    const key = randomUUID();
    const first = await create("重启", key);
    const runtime = openRuntime(desk.runtime.env);
    const ask = askThrough(openApi(runtime), desk.runtime.env.publicUrl, desk.key);
    const again = await ask("POST /campaigns", { body: { name: "重启" }, headers: once(key) });
    expect([again.status, await again.text()]).toEqual([201, await first.text()]);
    await runtime.close();
  });

  it("is refused when it asks for something else", async () => {
    const key = randomUUID();
    await create("一", key);
    const other = await create("二", key);
    expect([other.status, await code(other)]).toEqual([422, "idempotency_key_reused"]);
    expect(await campaigns("二")).toBe(0);
  });

  it("is a new request when another person sends it", async () => {
    const key = randomUUID();
    await create("林悦的", key);
    const other = await create("Chen 的", key, { key: await desk.keyOf(desk.admin) });
    expect(other.status).toBe(201);
    expect(other.headers.has("idempotency-replayed")).toBe(false);
  });

  it("gets a refusal again too, even when it would pass by now", async () => {
    const key = randomUUID();
    const { id } = (await (await create("占着", randomUUID())).json()) as { id: string };
    const first = await create("占着", key);
    expect(first.status).toBe(409);
    await desk.ask(`PATCH /campaigns/${id}`, { body: { name: "让开" } });
    const again = await create("占着", key);
    expect([again.status, await again.text()]).toEqual([409, await first.text()]);
  });

  it("is tried anew after a refused key, which says nothing about the request", async () => {
    const key = randomUUID();
    const reader = await desk.keyOf(desk.operator, ["codes:read"]);
    expect((await create("先无权", key, { key: reader })).status).toBe(403);
    expect((await create("先无权", key)).status).toBe(201);
  });

  it("is a new request after 24 hours, once the job has been by", async () => {
    const key = randomUUID();
    const forget = () =>
      removeOldRequests(contextFor(desk.runtime, { kind: "job", id: null, name: "old" }));
    const age = (hours: number) =>
      desk.runtime.db.$executeRaw`
        UPDATE idempotent_requests SET created_at = clock_timestamp() - ${hours} * interval '1 hour'
        WHERE key = ${key}`;
    await create("昨天", key);
    await age(23.9);
    await forget();
    expect((await create("昨天", key)).headers.get("idempotency-replayed")).toBe("true");
    await age(24.1);
    await forget();
    expect((await create("昨天", key)).status).toBe(409);
    await expect(removeOldRequests(desk.operator)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is done once when thirty come at a time", async () => {
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 30 }, () => create("三十", key)));
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 201));
    const bodies = await Promise.all(all.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(all.filter(({ headers }) => !headers.has("idempotency-replayed"))).toHaveLength(1);
    expect(await campaigns("三十")).toBe(1);
  });

  it("hears 409 while the first is still under way, and when to come back", async () => {
    const key = randomUUID();
    await create("长", key);
    await desk.runtime.db.$executeRaw`
      UPDATE idempotent_requests SET status = NULL, answered_at = NULL,
        held_until = clock_timestamp() + interval '1 minute' WHERE key = ${key}`;
    const twin = await create("长", key);
    expect([twin.status, twin.headers.get("retry-after")]).toEqual([409, "2"]);
    expect(await code(twin)).toBe("idempotency_in_progress");
  }, 30_000);
});

describe("an Idempotency-Key", () => {
  it.each(["", " ".repeat(256), "a".repeat(256), "schlüssel"])(
    "that cannot be one is refused: %s",
    async (key) => {
      const answer = await create("键", key);
      const { reason, status, errors } = (await answer.json()) as Problem;
      expect([status, reason, errors]).toEqual([422, "idempotencyKeyOdd", undefined]);
      expect(await campaigns("键")).toBe(0);
    },
  );

  it("may be as long as 255 characters, and is ignored where nothing is made", async () => {
    expect((await create("长键", "k".repeat(255))).status).toBe(201);
    expect((await desk.ask("GET /campaigns", { headers: once("schlüssel") })).status).toBe(200);
  });
});
