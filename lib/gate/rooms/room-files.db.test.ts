import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyBundle } from "@/lib/audit/proof/verify-bundle";
import type { ProofBundle } from "@/lib/audit/proof/bundle-schema";
import { entryTable } from "@/lib/gate/rooms/entry-table";
import { findRoom } from "@/lib/gate/rooms/find-room";
import { openPool } from "@/lib/gate/open-pool";
import { hashLinkToken } from "@/lib/packs/link-token";
import { loadWords } from "@/lib/packs/words";
import { revokeRoom } from "@/lib/rooms/revoke-room";
import { openLogRoomDesk } from "@/lib/testing/log-room-desk";
import type { LogRoomDesk } from "@/lib/testing/log-room-desk";

let desk: LogRoomDesk;
let spring: string;
const shownSeqs: string[] = [];
beforeAll(async () => {
  desk = await openLogRoomDesk();
  spring = await desk.addCampaign("春节");
  const autumn = await desk.addCampaign("中秋");
  for (let place = 0; place < 3; place += 1) {
    shownSeqs.push(await desk.addEntry(spring));
    await desk.addEntry(autumn, { target: { kind: "campaign", id: autumn, label: "中秋秘密" } });
    await desk.seal();
  }
  shownSeqs.push(await desk.addEntry(spring));
});
afterAll(() => desk.close());

async function proofOf(slice: object, guest: string): Promise<ProofBundle> {
  const { path } = await desk.openRoom({ slice: { campaignIds: [spring], ...slice } });
  const answer = await desk.get(`${path}/proof.json`, guest);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="proof.json"/);
  return (await answer.json()) as ProofBundle;
}

describe("the proof of a room", () => {
  it("verifies with nothing but itself and the key, and says what is not sealed yet", async () => {
    const proof = await proofOf({}, "192.0.2.60");
    const { keyId } = await desk.runtime.db.auditCheckpoint.findFirstOrThrow();
    const verdict = verifyBundle(proof, { key: keyId });
    expect(verdict).toMatchObject({
      isIntact: true,
      entryCount: 4,
      sealedCount: 3,
      unsealed: [shownSeqs[3]],
      faults: [],
    });
    expect(proof.entries.map(({ seq }) => seq)).toEqual(shownSeqs);
  });

  it("says nothing of what is not shown", async () => {
    const text = JSON.stringify(await proofOf({ fields: ["object"] }, "192.0.2.61"));
    expect(text).toContain("春节");
    expect(text).not.toMatch(/中秋|Chen Wei|192\.0\.2\.1"/);
    const { salt } = await desk.runtime.db.auditEntry.findUniqueOrThrow({
      where: { seq: BigInt(shownSeqs[0] ?? 0) },
    });
    expect(text).not.toContain(salt ?? "?");
    const proof = await proofOf({ fields: ["object"] }, "192.0.2.61");
    expect(verifyBundle(proof).isIntact).toBe(true);
    expect(Object.keys(proof.entries[0]?.kept ?? {})).toContain("actorName");
  });

  it("fails after any change of what it shows, proves by or is signed with", async () => {
    const proof = await proofOf({}, "192.0.2.62");
    const changed: [string, (bundle: ProofBundle) => void][] = [
      [
        "a value",
        ({ entries: [entry] }) =>
          void Object.assign(entry?.shown.targetLabel ?? {}, { value: "假" }),
      ],
      [
        "a salt",
        ({ entries: [entry] }) =>
          void Object.assign(entry?.shown.action ?? {}, { salt: "0".repeat(64) }),
      ],
      ["a number", ({ entries: [entry] }) => void Object.assign(entry ?? {}, { seq: "2" })],
      ["a hash between", ({ runs: [run] }) => void run?.contentHashes.splice(0, 1, "0".repeat(64))],
      [
        "a start",
        ({ runs: [run] }) => void Object.assign(run ?? {}, { startHash: "1".repeat(64) }),
      ],
      [
        "a head",
        ({ runs: [run] }) =>
          void Object.assign(run?.checkpoint ?? {}, { headHash: "2".repeat(64) }),
      ],
      [
        "a time",
        ({ runs: [run] }) =>
          void Object.assign(run?.checkpoint ?? {}, { at: "2020-01-01T00:00:00.000Z" }),
      ],
      ["no runs", (bundle) => void bundle.runs.splice(0)],
      ["no keys", (bundle) => void bundle.keys.splice(0)],
    ];
    for (const [what, change] of changed) {
      const copy = structuredClone(proof);
      change(copy);
      expect(verifyBundle(copy).isIntact, what).toBe(false);
    }
    expect(verifyBundle(proof, { key: "0".repeat(16) }).isIntact).toBe(false);
  });
});

describe("the export of a room", () => {
  it("has the slice, the watermark and the newest checkpoint, and runs no formula", async () => {
    const campaignId = await desk.addCampaign("=1+1");
    await desk.addEntry(campaignId, {
      target: { kind: "campaign", id: campaignId, label: "=HYPERLINK(1)" },
    });
    const { path } = await desk.openRoom({ slice: { campaignIds: [campaignId] } });
    const answer = await desk.get(`${path}/entries.csv`, "192.0.2.63");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const table = await answer.text();
    const lines = table.trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain("What happened");
    expect(table).toContain("'=HYPERLINK(1)");
    expect(lines[2]).toContain("Log room “给市场部”, downloaded");
    const newest = await desk.runtime.db.auditCheckpoint.findFirstOrThrow({
      orderBy: { seq: "desc" },
    });
    expect(lines[3]).toContain(newest.signature);
    expect(table).not.toContain("中秋");
  });

  it("has no column for what the room does not show", async () => {
    const { path } = await desk.openRoom({
      slice: { campaignIds: [spring], fields: ["object"] },
    });
    const table = await (await desk.get(`${path}/entries.csv`, "192.0.2.64")).text();
    expect(table.split("\r\n")[0]?.replace("\uFEFF", "")).toBe("No.,Time,What happened,Object");
    expect(table).not.toContain("Chen Wei");
  });

  it("comes as a workbook too", async () => {
    const { path } = await desk.openRoom({ slice: { campaignIds: [spring] } });
    const answer = await desk.get(`${path}/entries.xlsx`, "192.0.2.65");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  });

  it("has more entries than fit on a page", async () => {
    const campaignId = await desk.addCampaign("长");
    await desk.runtime.pool.query(
      `INSERT INTO audit_entries (seq, at, actor_kind, actor_name, action, target_kind, target_label, changes, details,
         request_id, prev_hash, hash, campaign_id)
       SELECT 1000000 + n, now(), 'user', '林悦', 'campaign.created', 'campaign', '长', '{}', '{}', n::text,
         repeat('0', 64), repeat('0', 64), $1 FROM generate_series(1, 1201) AS n`,
      [campaignId],
    );
    const { path } = await desk.openRoom({ slice: { campaignIds: [campaignId] } });
    const table = await (await desk.get(`${path}/entries.csv`, "192.0.2.66")).text();
    expect(table.trim().split("\r\n")).toHaveLength(1 + 1_201 + 2);
  });
});

describe("an export that is under way", () => {
  it("breaks off when the room is closed, so that half a table does not look whole", async () => {
    const { path, roomId } = await desk.openRoom({ slice: { campaignIds: [spring] } });
    const token = path.split("/").at(-1) ?? "";
    const tokenHash = hashLinkToken(token);
    const pool = openPool(desk.runtime.env);
    const room = await findRoom(pool, tokenHash);
    if (!room) throw new Error("The room is not open.");
    const guest = {
      door: "logRooms" as const,
      address: "192.0.2.67",
      key: "192.0.2.67",
      locale: "en" as const,
      words: await loadWords("en"),
      isInWechat: false,
    };
    const position = { beforeSeq: null, afterSeq: null };
    const query = { lang: undefined, cursor: undefined };
    const table = entryTable(pool, { guest, token, tokenHash, query, position, room });
    const first = await table.readPage(undefined);
    expect(first.rows).toHaveLength(4);
    await revokeRoom(desk.operator, { roomId });
    await expect(table.readPage(first.next ?? undefined)).rejects.toThrow("The room was closed.");
    await pool.close();
  });
});
