import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Problem } from "@/lib/api/problem";
import type { Scene, SceneSummary } from "@/lib/api/scenes/scene-view";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { listEntries } from "@/lib/audit/list-entries";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson } from "@/lib/testing/test-runtime";

type SceneJson = z.output<typeof Scene>;

const ODD = "a/b?c=d&e#f:1@!$'()*+,;~._-";
const NOBODY = "0197c0de-0000-7000-8000-000000000009";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const problem = async (response: Response) => (await response.json()) as Problem;
const scene = async (response: Response) => (await response.json()) as SceneJson;
const pathOf = (value: string, miniProgramId = desk.miniProgramId) =>
  `/mini-programs/${miniProgramId}/scenes/${encodeURIComponent(value)}`;

/** A scene of the desk's mini program, as the path to it. */
async function add(value?: string): Promise<string> {
  const { miniProgramId, runtime } = desk;
  return pathOf((await insertScene(runtime, { miniProgramId, value })).value);
}

/** A key that was made while its person's role reached further. */
async function demotedKey(): Promise<string> {
  const person = await asPerson(desk.runtime, "operator");
  const key = await desk.keyOf(person);
  const id = person.actor.id ?? "";
  await desk.runtime.db.user.update({ where: { id }, data: { role: "marketing" } });
  return key;
}

const put = (path: string, ifMatch: string | null, body: unknown) =>
  desk.ask(`PUT ${path}`, { body, headers: ifMatch === null ? {} : { "If-Match": ifMatch } });
const meaning = (table: number) => ({ page: "pages/menu/index", payload: { table } });

describe("a scene", () => {
  it("is read by its value, whatever is in it, and says what it means and who carries it", async () => {
    const path = await add(ODD);
    const response = await desk.ask(`GET ${path}`);
    expect([response.status, response.headers.get("etag")]).toEqual([200, '"1"']);
    const found = await scene(response);
    expect(found).toMatchObject({ scene: ODD, state: "live", latestVersion: 1, retirement: null });
    expect(found.inForce).toMatchObject({ version: 1, page: "pages/table/index" });
    expect(found.codes.map(({ serial }) => serial)).toEqual([expect.stringMatching(/^\w+-\d{4}$/)]);
    const later = await put(path, '"1"', meaning(1));
    expect([later.status, later.headers.get("etag")]).toEqual([200, '"2"']);
    expect((await scene(later)).scene).toBe(ODD);
  });

  it("is not sent again to whoever has it, and is once it was changed", async () => {
    const path = await add();
    const ask = (tag: string) => desk.ask(`GET ${path}`, { headers: { "If-None-Match": tag } });
    const same = await ask('"7", W/"1"');
    expect([same.status, same.headers.get("etag"), await same.text()]).toEqual([304, '"1"', ""]);
    await put(path, '"1"', meaning(1));
    expect((await ask('"1"')).status).toBe(200);
  });

  it("is changed by one of two who had read the same, and the other is told", async () => {
    const path = await add();
    const answers = await Promise.all([put(path, '"1"', meaning(1)), put(path, '"1"', meaning(2))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost && (await problem(lost))).toMatchObject({
      code: "precondition_failed",
      reason: "sceneNewer",
    });
    expect((await scene(await desk.ask(`GET ${path}`))).latestVersion).toBe(2);
    const again = await put(path, '"1"', meaning(3));
    expect([again.status, (await problem(again)).code]).toEqual([412, "precondition_failed"]);
    expect((await put(path, "*", meaning(3))).headers.get("etag")).toBe('"3"');
  });

  it("is not changed by who does not say what they have seen", async () => {
    const path = await add();
    const unseen = await put(path, null, meaning(1));
    expect([unseen.status, await problem(unseen)]).toMatchObject([
      428,
      { code: "precondition_required", reason: "ifMatchMissing" },
    ]);
    expect((await put(path, "rubbish", meaning(1))).status).toBe(412);
    expect((await scene(await desk.ask(`GET ${path}`))).latestVersion).toBe(1);
  });

  it("keeps its meaning until a planned one's moment, and another tag tells of the plan", async () => {
    const path = await add();
    const effectiveFrom = new Date(Date.now() + 3_600_000).toISOString();
    const planned = await put(path, '"1"', { ...meaning(1), effectiveFrom, note: "换季" });
    const tag = planned.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"2-[0-9a-f]{12}"$/);
    expect(await scene(planned)).toMatchObject({
      state: "ahead",
      nextChangeAt: effectiveFrom,
      inForce: { version: 1 },
      versions: [{ version: 2, state: "ahead", effectiveFrom, note: "换季" }, { version: 1 }],
    });
    expect((await put(path, tag, meaning(2))).status).toBe(200);
  });

  it("points at what is wrong by the names of its own fields", async () => {
    const path = await add();
    const past = await put(path, '"1"', { ...meaning(1), effectiveFrom: "2020-01-01T00:00:00Z" });
    expect((await problem(past)).errors).toMatchObject([
      { pointer: "/effectiveFrom", reason: "momentPast" },
    ]);
    const odd = await put(path, '"1"', { page: "/pages", payload: [], why: "" });
    expect((await problem(odd)).errors?.map(({ pointer }) => pointer)).toEqual([
      "/page",
      "/payload",
      "/why",
    ]);
    for (const note of ["\0", "\ud800"]) {
      expect((await put(path, '"1"', { ...meaning(1), note })).status).toBe(422);
    }
    const same = await put(path, '"1"', { page: "pages/table/index", payload: null });
    expect([same.status, (await problem(same)).reason]).toEqual([409, "sceneUnchanged"]);
  });
});

describe("retiring a scene", () => {
  it("is told at once, also to who has the same version, and can be taken back", async () => {
    const path = await add();
    const body = { why: "lost", note: "桌子搬走", fallback: { page: "pages/gone", payload: null } };
    const retired = await desk.ask(`POST ${path}/retire`, { body });
    expect(retired.status).toBe(200);
    expect(await scene(retired)).toMatchObject({ state: "retired", retirement: body });
    const stale = await desk.ask(`GET ${path}`, { headers: { "If-None-Match": '"1"' } });
    expect([stale.status, stale.headers.get("etag")]).toEqual([200, retired.headers.get("etag")]);
    const restored = await desk.ask(`POST ${path}/restore`);
    expect([restored.status, restored.headers.get("etag")]).toEqual([200, '"1"']);
    expect(await scene(restored)).toMatchObject({ state: "live", retirement: null });
    const { rows } = await listEntries(desk.admin, { kind: "scenes", limit: 2 });
    expect(rows.map(({ action }) => action)).toEqual(["scene.restored", "scene.retired"]);
  });

  it("is refused when it is retired already, unless that one is named, and when it is not", async () => {
    const path = await add();
    const idle = await desk.ask(`POST ${path}/restore`);
    expect([idle.status, (await problem(idle)).reason]).toEqual([409, "sceneNotRetired"]);
    const retire = (body: object) =>
      desk.ask(`POST ${path}/retire`, { body: { why: "ended", ...body } });
    const { retirement } = await scene(await retire({}));
    const again = await retire({ why: "moved" });
    expect([again.status, (await problem(again)).reason]).toEqual([409, "sceneIsRetired"]);
    const replaced = await scene(await retire({ why: "moved", knownAt: retirement?.at }));
    expect(replaced.retirement).toMatchObject({ why: "moved", at: retirement?.at });
  });

  it("that is repeated under one key is told again, with its tag", async () => {
    const path = await add();
    const headers = { "Idempotency-Key": randomUUID() };
    const retire = () => desk.ask(`POST ${path}/retire`, { body: { why: "ended" }, headers });
    const first = await retire();
    const again = await retire();
    expect([again.status, again.headers.get("etag")]).toEqual([200, first.headers.get("etag")]);
    const told = await scene(first);
    expect(told.state).toBe("retired");
    expect(await scene(again)).toEqual(told);
  });

  it("can be planned, and leaves the meaning as it is until then", async () => {
    const path = await add();
    const effectiveFrom = new Date(Date.now() + 3_600_000).toISOString();
    const planned = await desk.ask(`POST ${path}/retire`, {
      body: { why: "ended", effectiveFrom },
    });
    expect(await scene(planned)).toMatchObject({
      state: "ahead",
      nextChangeAt: effectiveFrom,
      retirement: { at: effectiveFrom, isAhead: true },
    });
  });
});

describe("scenes", () => {
  it("are listed each once, page by page, and found by state and search", async () => {
    const { id } = await desk.runtime.db.miniProgram.create({
      data: {
        name: "山茶便利",
        wechatAppId: "wx-list",
        secretCiphertext: "sealed",
        quota: { create: {} },
      },
    });
    for (const value of ["t=1", "t=2", "t=3", "u=4", "u=5"]) {
      await insertScene(desk.runtime, { miniProgramId: id, value });
    }
    await desk.ask(`POST ${pathOf("t=2", id)}/retire`, { body: { why: "lost" } });
    const list = async (query: string) => {
      const response = await desk.ask(`GET /mini-programs/${id}/scenes?${query}`);
      expect(response.status).toBe(200);
      return (await response.json()) as {
        data: z.output<typeof SceneSummary>[];
        next: string | null;
      };
    };
    const seen: string[] = [];
    let query = "limit=2";
    for (let page = await list(query); ; page = await list(query)) {
      seen.push(...page.data.map(({ scene: value }) => value));
      if (page.next === null) break;
      query = `limit=2&cursor=${page.next}`;
    }
    expect(seen).toEqual(["u=5", "u=4", "t=3", "t=2", "t=1"]);
    const valuesOf = async (filters: string) =>
      (await list(filters)).data.map(({ scene: value }) => value);
    expect(await valuesOf("state=retired")).toEqual(["t=2"]);
    expect(await valuesOf("search=u%3D")).toEqual(["u=5", "u=4"]);
  });

  it("that are not there, or another mini program's, are alike not found", async () => {
    const path = await add("mine");
    const body = { why: "lost" };
    const asked = [
      desk.ask(`GET ${pathOf("nobody")}`),
      desk.ask(`GET ${pathOf("场景")}`),
      desk.ask(`GET ${pathOf("x".repeat(3_000))}`),
      desk.ask(`GET ${pathOf("mine", NOBODY)}`),
      desk.ask(`GET /mini-programs/${NOBODY}/scenes`),
      put(pathOf("nobody"), '"1"', meaning(1)),
      desk.ask(`POST ${pathOf("nobody")}/retire`, { body }),
      desk.ask(`POST ${pathOf("nobody")}/restore`),
    ];
    for (const response of await Promise.all(asked)) {
      expect([response.status, (await problem(response)).reason]).toEqual([404, "notFound"]);
    }
    expect((await desk.ask(`GET ${path}`)).status).toBe(200);
  });

  it("are read and changed by keys that reach so far only", async () => {
    const path = await add();
    const reader = await desk.keyOf(desk.operator, ["codes:read"]);
    expect((await desk.ask(`GET ${path}`, { key: reader })).status).toBe(200);
    const demoted = await demotedKey();
    for (const key of [reader, demoted]) {
      const headers = { "If-Match": '"1"' };
      const refused = [
        await desk.ask(`PUT ${path}`, { key, headers, body: meaning(1) }),
        await desk.ask(`POST ${path}/retire`, { key, body: { why: "lost" } }),
        await desk.ask(`POST ${path}/restore`, { key }),
      ];
      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
    const blind = await desk.keyOf(desk.operator, ["audit:read"]);
    expect((await desk.ask(`GET ${path}`, { key: blind })).status).toBe(403);
  });
});
