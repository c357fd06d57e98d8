import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Pack, PackSummary } from "@/lib/api/packs/pack-view";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { listEntries } from "@/lib/audit/list-entries";
import { preparePack } from "@/lib/packs/prepare-pack";
import { DEFAULT_SPREADSHEET } from "@/lib/packs/spreadsheet-schema";
import { asJustOrdered, mint, unzip, worker } from "@/lib/testing/pack-desk";

type PackJson = z.output<typeof Pack>;

const NOBODY = "0197c0de-0000-7000-8000-000000000009";
const PICTURES = { form: "pictures", nameTemplate: "{serial}-{label}", isAscii: false };

let desk: ApiDesk;
let codeIds: string[];
beforeAll(async () => {
  desk = await openApiDesk();
  codeIds = [await mint(desk), await mint(desk), await mint(desk)];
});
afterAll(() => desk.close());

const problem = async (response: Response) => (await response.json()) as Problem;
const pack = async (response: Response) => (await response.json()) as PackJson;

async function order(
  changes: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const selection = { kind: "codes", codeIds };
  return desk.ask("POST /packs", {
    headers,
    body: { name: "春茶桌贴", selection, options: PICTURES, ...changes },
  });
}

/** A pack that is ready, as its id. */
const ready = async () => (await pack(await order())).id;

/** The parts of a file, as somebody with a bad connection fetches them. */
async function parts(path: string, size: number): Promise<Buffer> {
  const found: Buffer[] = [];
  const step = Math.ceil(size / 7);
  for (let start = 0; start < size; start += step) {
    const headers = { Range: `bytes=${start}-${start + step - 1}` };
    const response = await desk.ask(`GET ${path}`, { headers });
    expect(response.status).toBe(206);
    const end = Math.min(start + step, size) - 1;
    expect(response.headers.get("content-range")).toBe(`bytes ${start}-${end}/${size}`);
    found.push(Buffer.from(await response.arrayBuffer()));
  }
  return Buffer.concat(found);
}

async function takesOf(packId: string): Promise<number> {
  const { rows } = await listEntries(desk.admin, { action: "pack.taken", targetId: packId });
  return rows.length;
}

describe("a pack", () => {
  it("of few codes is ready at once, and its file is the ZIP it says", async () => {
    const response = await order();
    expect(response.status).toBe(201);
    const made = await pack(response);
    expect(response.headers.get("location")).toBe(`/api/v1/packs/${made.id}`);
    expect(made).toMatchObject({
      status: "ready",
      progress: 1,
      codeCount: 3,
      fileName: "春茶桌贴.zip",
    });
    expect(made.fileUrl).toBe(`${desk.runtime.env.publicUrl}/api/v1/packs/${made.id}/file`);
    const file = await desk.ask(`GET /packs/${made.id}`, {
      headers: { Accept: "application/zip" },
    });
    expect(file.headers.get("content-type")).toBe("application/zip");
    expect(file.headers.get("content-disposition")).toContain("filename*=UTF-8''");
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([bytes.length, file.headers.get("content-length")]).toEqual([
      made.byteSize,
      String(made.byteSize),
    ]);
    expect((await unzip(bytes)).size).toBe(made.fileCount);
  });

  it("that takes longer is prepared by the worker while its progress can be read", async () => {
    const options = { form: "spreadsheet", spreadsheet: DEFAULT_SPREADSHEET };
    const response = await order({ options });
    expect(response.status).toBe(202);
    const { id, status, fileUrl } = await pack(response);
    expect([status, fileUrl]).toEqual(["preparing", null]);
    const early = await desk.ask(`GET /packs/${id}/file`);
    expect([early.status, (await problem(early)).reason]).toEqual([409, "packNotReady"]);
    await preparePack(worker(desk), { packId: id });
    expect(await pack(await desk.ask(`GET /packs/${id}`))).toMatchObject({ status: "ready" });
    const file = await desk.ask(`GET /packs/${id}/file`);
    expect(file.headers.get("content-type")).toMatch(/spreadsheetml/);
    expect(await takesOf(id)).toBe(1);
  });

  it("is JSON unless its file is what is asked for most", async () => {
    const id = await ready();
    const typeOf = async (accept: string) => {
      const response = await desk.ask(`GET /packs/${id}`, { headers: { Accept: accept } });
      await response.body?.cancel();
      return response.headers.get("content-type");
    };
    expect(await typeOf("*/*")).toBe("application/json");
    expect(await typeOf("application/json, application/zip")).toBe("application/json");
    expect(await typeOf("application/json;q=0.5, application/zip")).toBe("application/zip");
    expect(await typeOf("application/zip, */*;q=0.1")).toBe("application/zip");
  });

  it("that is ordered twice under one key is one pack", async () => {
    const headers = { "Idempotency-Key": randomUUID() };
    const [first, again] = [await order({}, headers), await order({}, headers)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect((await pack(again)).id).toBe((await pack(first)).id);
  });

  it("can be given up while it is prepared, and not after", async () => {
    const id = await ready();
    const late = await desk.ask(`POST /packs/${id}/cancel`);
    expect([late.status, (await problem(late)).reason]).toEqual([409, "packDone"]);
    await asJustOrdered(desk.runtime, id);
    const cancelled = await desk.ask(`POST /packs/${id}/cancel`);
    expect(await pack(cancelled)).toMatchObject({ status: "cancelled", fileUrl: null });
  });

  it("is not made of nothing, nor of filters nobody knows", async () => {
    const empty = await order({ selection: { kind: "filter", filters: { search: "没有这个" } } });
    expect(empty.status).toBe(422);
    const odd = await order({ selection: { kind: "filter", filters: { colour: "red" } } });
    expect((await problem(odd)).errors).toMatchObject([
      { pointer: "/selection/filters/colour", reason: "fieldUnknown" },
    ]);
    for (const text of ["\0", "\ud800"]) {
      expect((await order({ name: text })).status).toBe(422);
      const selection = { kind: "filter", filters: { search: text } };
      expect((await order({ selection })).status).toBe(422);
    }
  });

  it("is listed with the others, each once", async () => {
    const ids = [await ready(), await ready(), await ready()];
    const seen: string[] = [];
    for (let cursor = ""; ;) {
      const response = await desk.ask(`GET /packs?limit=2${cursor}`);
      const page = (await response.json()) as {
        data: z.output<typeof PackSummary>[];
        next: string | null;
      };
      seen.push(...page.data.map(({ id }) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen.slice(0, 3)).toEqual(ids.toReversed());
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("the file of a pack", () => {
  it("is the same whole and in parts, and its parts are one take in the log", async () => {
    const id = await ready();
    const whole = await desk.ask(`GET /packs/${id}/file`);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(await takesOf(id)).toBe(1);
    expect((await parts(`/packs/${id}/file`, bytes.length)).equals(bytes)).toBe(true);
    expect((await parts(`/packs/${id}`, bytes.length)).equals(bytes)).toBe(true);
    expect(await takesOf(id)).toBe(1);
    await (await desk.ask(`GET /packs/${id}/file`)).arrayBuffer();
    expect(await takesOf(id)).toBe(2);
  });

  it("is one take also when its parts are asked for at once, and another for another person", async () => {
    const id = await ready();
    const part = (start: number, key?: string) =>
      desk.ask(`GET /packs/${id}`, { key, headers: { Range: `bytes=${start}-${start + 9}` } });
    const answers = await Promise.all([part(0), part(10), part(20), part(30)]);
    expect(answers.map(({ status }) => status)).toEqual([206, 206, 206, 206]);
    expect(await takesOf(id)).toBe(1);
    await part(0, await desk.keyOf(desk.marketing, ["packs:read"]));
    expect(await takesOf(id)).toBe(2);
  });

  it("is carried on only if it is still the one that was begun", async () => {
    const id = await ready();
    const whole = await desk.ask(`GET /packs/${id}/file`);
    const size = (await whole.arrayBuffer()).byteLength;
    const carryOn = (tag: string) =>
      desk.ask(`GET /packs/${id}/file`, { headers: { Range: "bytes=10-19", "If-Range": tag } });
    const same = await carryOn(whole.headers.get("etag") ?? "");
    expect([same.status, (await same.arrayBuffer()).byteLength]).toEqual([206, 10]);
    const other = await carryOn('"another"');
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, size]);
    expect(await takesOf(id)).toBe(1);
  });

  it("ends where it ends: a range behind it is refused, and nobody took anything", async () => {
    const { id, byteSize } = await pack(await order());
    const beyond = await desk.ask(`GET /packs/${id}`, { headers: { Range: `bytes=${byteSize}-` } });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([
      416,
      `bytes */${byteSize}`,
    ]);
    expect((await problem(beyond)).code).toBe("range_not_satisfiable");
    expect(await takesOf(id)).toBe(0);
  });

  it("can be looked at without taking it", async () => {
    const { id, byteSize } = await pack(await order());
    const look = await desk.ask(`HEAD /packs/${id}/file`);
    expect([look.status, look.headers.get("content-length"), await look.text()]).toEqual([
      200,
      String(byteSize),
      "",
    ]);
    expect(await takesOf(id)).toBe(0);
  });
});

describe("packs", () => {
  it("that are not there are alike not found", async () => {
    for (const call of [
      `GET /packs/${NOBODY}`,
      `GET /packs/${NOBODY}/file`,
      `POST /packs/${NOBODY}/cancel`,
    ]) {
      const response = await desk.ask(call);
      expect([response.status, (await problem(response)).code], call).toEqual([404, "not_found"]);
    }
  });

  it("are ordered and taken by keys that reach so far only", async () => {
    const id = await ready();
    const reader = await desk.keyOf(desk.operator, ["packs:read"]);
    expect((await desk.ask(`GET /packs/${id}`, { key: reader })).status).toBe(200);
    const body = { name: "x", selection: { kind: "codes", codeIds }, options: PICTURES };
    const marketing = await desk.keyOf(desk.marketing, ["packs:read"]);
    for (const key of [reader, marketing]) {
      expect((await desk.ask("POST /packs", { key, body })).status).toBe(403);
      expect((await desk.ask(`POST /packs/${id}/cancel`, { key })).status).toBe(403);
    }
    const blind = await desk.keyOf(desk.operator, ["codes:read"]);
    for (const path of ["/packs", `/packs/${id}`, `/packs/${id}/file`]) {
      expect((await desk.ask(`GET ${path}`, { key: blind })).status).toBe(403);
    }
    expect(await takesOf(id)).toBe(0);
  });
});
