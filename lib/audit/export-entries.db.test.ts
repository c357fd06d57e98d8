import { parse } from "csv-parse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntry } from "@/lib/audit/append-entry";
import { AUDIT_EXPORT_COLUMNS, exportEntries } from "@/lib/audit/export-entries";
import { exportForChecking } from "@/lib/audit/export-for-checking";
import { makeCheckpoint } from "@/lib/audit/make-checkpoint";
import { EXPORT_COLUMNS } from "@/lib/audit/proof/export-columns";
import { verifyExport } from "@/lib/audit/proof/verify-export";
import type { AuditFilters } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { loadWords } from "@/lib/packs/words";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { jobContext } from "@/lib/worker/job-context";

let runtime: Runtime;
let marketing: Context;

beforeAll(async () => {
  runtime = await openTestRuntime({ MINTDESK_URL: "https://desk.example.com" });
  marketing = await asPerson(runtime, "marketing");
  for (const label of ["春节", '=HYPERLINK("x")', "中秋"]) {
    await withTransaction(marketing, (ctx) =>
      appendEntry(ctx, {
        action: "campaign.created",
        target: { kind: "campaign", id: null, label },
        changes: { name: { from: null, to: label } },
        details: {},
      }),
    );
  }
});
afterAll(() => runtime.close());

async function linesOf(file: ReadableStream): Promise<string[]> {
  const text = new TextDecoder("utf-8", { ignoreBOM: false }).decode(
    await new Response(file).bytes(),
  );
  const lines = text.split("\r\n");
  expect(lines.pop()).toBe("");
  return lines;
}

function recordsOf(csv: string) {
  const options = { bom: true, relaxColumnCount: true, skipEmptyLines: true };
  return () => parse(csv, options) as AsyncIterable<string[]>;
}

const forPeople = async (filters: AuditFilters) =>
  linesOf(await exportEntries(marketing, filters, await loadWords("en"), "csv"));
const newest = () => runtime.db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });

describe("the file for people", () => {
  it("has a sentence for every entry, newest first, and no formula", async () => {
    const [header, ...lines] = await forPeople({});
    expect(header?.split(",")).toHaveLength(AUDIT_EXPORT_COLUMNS.length);
    expect(lines[0]).toMatch(
      /^3,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,周敏,Campaign created,周敏 created/,
    );
    expect(lines[0]).toContain("https://desk.example.com/audit?entry=3");
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines).toHaveLength(4);
  });

  it("is written down before its first byte, with what was asked for and how many it has", async () => {
    const file = await exportEntries(marketing, { search: "春节" }, await loadWords("en"), "xlsx");
    expect(await newest()).toMatchObject({
      action: "audit.exported",
      actorName: "周敏",
      details: { format: "xlsx", entryCount: 1, filter: { search: "春节" } },
    });
    await file.cancel();
  });

  it("ends with the newest checkpoint", async () => {
    expect((await forPeople({ search: "中秋" })).at(-1)).toBe(
      ",,,,No checkpoint has been signed yet.",
    );
    await makeCheckpoint(jobContext(runtime, "test"));
    const { seq } = await runtime.db.auditCheckpoint.findFirstOrThrow();
    expect((await forPeople({ search: "中秋" })).at(-1)).toContain(
      `Newest checkpoint: entry ${seq}, hash`,
    );
  });
});

describe("the file for checking", () => {
  it("has the entries as they are stored, then checkpoints and keys", async () => {
    const lines = await linesOf(await exportForChecking(marketing, {}));
    expect(lines[0]).toBe(EXPORT_COLUMNS.join(","));
    const blank = lines.indexOf("");
    const { seq, details } = await newest();
    expect(details).toMatchObject({ format: "checking", entryCount: Number(seq) - 1 });
    expect(blank).toBe(Number(seq));
    expect(lines[1]).toMatch(/^1,\d{4}-\d\d-\d\dT[\d:.]+Z,user,/);
    expect(lines[1]).toContain(`"{""name"":{""to"":""春节"",""from"":null}}"`);
    const rest = lines.slice(blank + 1);
    expect(rest[0]).toMatch(/^checkpoint,\d+,[0-9a-f]{64},\d{4}-[^,]+Z,[^,]{16},[\w-]+$/);
    expect(rest.at(-1)).toMatch(/^key,[^,]{16},[\w-]+$/);
  });

  it("is found intact by the verifier, and not when a letter of it is another", async () => {
    const file = await exportForChecking(marketing, {});
    const text = await new Response(file).text();
    expect(await verifyExport(recordsOf(text))).toMatchObject({
      isIntact: true,
      checkpointCount: 1,
    });
    expect(await verifyExport(recordsOf(text.replace("中秋", "中夏")))).toMatchObject({
      isIntact: false,
      fault: { seq: "3", why: "content" },
    });
  });

  it("has only the entries that meet the filters", async () => {
    const lines = await linesOf(
      await exportForChecking(marketing, { kind: "campaigns", search: "中秋" }),
    );
    expect(lines.indexOf("")).toBe(2);
    expect(lines[1]).toContain("中秋");
  });
});

it("is refused to a visitor, and nothing is written down", async () => {
  const before = await newest();
  const visitor = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
  const words = await loadWords("en");
  await expect(exportEntries(visitor, {}, words, "csv")).rejects.toMatchObject({
    code: "not_signed_in",
  });
  await expect(exportForChecking(visitor, {})).rejects.toMatchObject({ code: "not_signed_in" });
  expect((await newest()).seq).toBe(before.seq);
});
