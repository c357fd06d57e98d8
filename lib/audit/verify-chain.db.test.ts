import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendEntries } from "@/lib/audit/append-entries";
import { chainHash, FIRST_PREVIOUS_HASH } from "@/lib/audit/chain-hash";
import { entryContent } from "@/lib/audit/entry-content";
import { makeCheckpoint } from "@/lib/audit/make-checkpoint";
import { sampleFields, sampleKey } from "@/lib/audit/testing/sample-chain";
import { verifyChain } from "@/lib/audit/verify-chain";
import { walkEntries } from "@/lib/audit/walk-entries";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { CHECKPOINTS_FOLDER } from "@/lib/storage/object-keys";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

const ENTRIES = 12;
/** So many that the next checkpoint is due. */
const MORE = 1_000;

let runtime: Runtime;
let admin: Context;

beforeEach(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterEach(() => runtime.close());

async function append(count: number): Promise<void> {
  const labels = Array.from({ length: count }, (_, place) => `春节 ${place}`);
  await withTransaction(admin, (ctx) =>
    appendEntries(
      ctx.tx,
      labels.map((label) => ({
        ctx,
        entry: {
          action: "campaign.created",
          target: { kind: "campaign", id: null, label },
          changes: { name: { from: null, to: label } },
          details: {},
        },
      })),
    ),
  );
}

const seal = () => makeCheckpoint(contextFor(runtime, { kind: "job", id: null, name: "seal" }));

const newestCheckpoint = () =>
  runtime.db.auditCheckpoint.findFirstOrThrow({ orderBy: { seq: "desc" } });

/** As somebody does it who owns the database. */
async function past(sql: string, values: unknown[] = []): Promise<void> {
  const client = await runtime.pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, values);
  } finally {
    client.release(true);
  }
}

/** Writes the whole log anew from an entry on, so that it is a chain again, up to its head. */
async function rewriteFrom(seq: bigint): Promise<void> {
  const head = await runtime.db.auditHead.findFirstOrThrow();
  let previous = FIRST_PREVIOUS_HASH;
  for await (const entries of walkEntries(admin, head.seq)) {
    for (const { fields, salt, hash } of entries) {
      if (BigInt(fields.seq) < seq) {
        previous = hash;
        continue;
      }
      const forged = { ...fields, actorName: "nobody" };
      const content = entryContent(forged, salt);
      const prevHash = previous;
      previous = chainHash(prevHash, content);
      await past(
        "UPDATE audit_entries SET actor_name = 'nobody', content_hash = $1, prev_hash = $2, hash = $3 WHERE seq = $4",
        [content, prevHash, previous, fields.seq],
      );
    }
  }
  await past("UPDATE audit_head SET hash = $1", [previous]);
}

describe("who changes the log past the database's guards", () => {
  const ways: [string, string, string][] = [
    ["a text", "UPDATE audit_entries SET target_label = 'forged' WHERE seq = 7", "7"],
    ["a number inside the details", `UPDATE audit_entries SET changes = '{}' WHERE seq = 7`, "7"],
    ["who did it", "UPDATE audit_entries SET actor_id = NULL WHERE seq = 1", "1"],
    [
      "what it belongs to",
      "UPDATE audit_entries SET campaign_id = gen_random_uuid() WHERE seq = 12",
      "12",
    ],
    ["the time", "UPDATE audit_entries SET at = at + interval '1 ms' WHERE seq = 7", "7"],
    ["the salt", "UPDATE audit_entries SET salt = repeat('a', 64) WHERE seq = 7", "7"],
    [
      "the content hash",
      "UPDATE audit_entries SET content_hash = repeat('a', 64) WHERE seq = 7",
      "7",
    ],
    ["the hash", "UPDATE audit_entries SET hash = repeat('a', 64) WHERE seq = 7", "7"],
    [
      "an entry into one from before",
      "UPDATE audit_entries SET salt = NULL, content_hash = NULL WHERE seq = 7",
      "7",
    ],
    ["one entry away", "DELETE FROM audit_entries WHERE seq = 7", "7"],
    ["the first away", "DELETE FROM audit_entries WHERE seq = 1", "1"],
    ["the last away", "DELETE FROM audit_entries WHERE seq = 12", "12"],
    ["all away", "TRUNCATE audit_entries", "1"],
    [
      "two into each other's places",
      "UPDATE audit_entries SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE seq IN (5, 6); UPDATE audit_entries SET seq = -seq WHERE seq < 0",
      "5",
    ],
    [
      "one more behind the end",
      "INSERT INTO audit_entries SELECT (jsonb_populate_record(e, '{\"seq\": 13}')).* FROM audit_entries e WHERE seq = 12",
      "13",
    ],
    [
      "one more before the first",
      "INSERT INTO audit_entries SELECT (jsonb_populate_record(e, '{\"seq\": 0}')).* FROM audit_entries e WHERE seq = 1",
      "0",
    ],
    ["the head", "UPDATE audit_head SET hash = repeat('a', 64)", "13"],
  ];

  it.each(ways)("is found out who changes %s", async (_what, sql, brokenSeq) => {
    await append(ENTRIES);
    expect(await verifyChain(admin)).toMatchObject({ intact: true, entryCount: ENTRIES });
    await past(sql);
    expect(await verifyChain(admin)).toMatchObject({
      intact: false,
      brokenSeq,
      why: "chain",
      checkpoint: null,
    });
  });

  it("is found out who writes the log anew from an entry on, and its head, by the next checkpoint", async () => {
    await append(5);
    await seal();
    await append(MORE);
    await seal();
    expect(await verifyChain(admin)).toMatchObject({ intact: true, checkpointCount: 2 });
    await rewriteFrom(BigInt(MORE));
    const { seq, at } = await newestCheckpoint();
    expect(await verifyChain(admin)).toMatchObject({
      intact: false,
      brokenSeq: "6",
      why: "checkpoint",
      checkpoint: { seq: seq.toString(), at },
      checkpointCount: 2,
      lastCheckpoint: { seq: "5" },
    });
  });

  it("is found out who writes the log anew and signs it with a key of their own", async () => {
    await append(ENTRIES);
    await seal();
    await rewriteFrom(8n);
    const key = sampleKey();
    const { seq, at } = await newestCheckpoint();
    const { hash } = await runtime.db.auditHead.findFirstOrThrow();
    const forged = key.sign({ fields: sampleFields(Number(seq), { at: at.toISOString() }), hash });
    await past("INSERT INTO audit_keys VALUES ($1, $2, 'v1.a.b.c.d', now())", [key.id, key.pem]);
    await past("UPDATE audit_checkpoints SET head_hash = $1, key_id = $2, signature = $3", [
      hash,
      key.id,
      forged.signature,
    ]);
    expect(await verifyChain(admin)).toMatchObject({ brokenSeq: "1", why: "checkpoint" });
    await runtime.store.removeAll(CHECKPOINTS_FOLDER);
    expect(await verifyChain(admin)).toMatchObject({ brokenSeq: "12", why: "signature" });
  });

  it("is found out who cuts the end off, with its head and its checkpoint", async () => {
    await append(ENTRIES);
    await seal();
    await past("DELETE FROM audit_entries WHERE seq > 9");
    await past(
      "UPDATE audit_head SET seq = 9, hash = (SELECT hash FROM audit_entries WHERE seq = 9)",
    );
    expect(await verifyChain(admin)).toMatchObject({ brokenSeq: "10", why: "checkpoint" });
    await past("TRUNCATE audit_checkpoints");
    expect(await verifyChain(admin)).toMatchObject({
      brokenSeq: "10",
      why: "checkpoint",
      checkpoint: { seq: "12" },
    });
  });
});

const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000);

describe("checkpoints", () => {
  it("are compared with their copies in the object store", async () => {
    await append(3);
    await seal();
    const { seq, headHash, at, keyId } = await runtime.db.auditCheckpoint.findFirstOrThrow();
    expect(await runtime.store.list(CHECKPOINTS_FOLDER)).toHaveLength(1);
    expect(await verifyChain(admin)).toMatchObject({
      intact: true,
      headHash,
      checkpointCount: 1,
      lastCheckpoint: { seq: seq.toString(), at, keyId },
    });
    await past("DELETE FROM audit_checkpoints");
    expect(await verifyChain(admin)).toMatchObject({ brokenSeq: "3", why: "missing_in_table" });
  });

  it("are only believed from this desk's own key", async () => {
    await append(3);
    await seal();
    await past("UPDATE audit_checkpoints SET head_hash = repeat('a', 64)");
    expect(await verifyChain(admin)).toMatchObject({ brokenSeq: "3", why: "signature" });
  });

  it("may miss their copy for an hour, and not longer", async () => {
    await append(3);
    await seal();
    await runtime.store.removeAll(CHECKPOINTS_FOLDER);
    expect(await verifyChain(admin)).toMatchObject({ intact: true });
    expect(await verifyChain({ ...admin, now: inTwoHours })).toMatchObject({
      brokenSeq: "3",
      why: "missing_in_store",
    });
  });
});
