import { afterEach, beforeEach, expect, test } from "vitest";
import { appendEntries } from "@/lib/audit/append-entries";
import { checkpointText } from "@/lib/audit/checkpoint-text";
import { listAuditKeys } from "@/lib/audit/list-audit-keys";
import { listCheckpoints } from "@/lib/audit/list-checkpoints";
import { makeCheckpoint } from "@/lib/audit/make-checkpoint";
import { isSignedBy } from "@/lib/audit/proof/is-signed-by";
import { readPublicKey } from "@/lib/audit/proof/public-key";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { checkpointKey, CHECKPOINTS_FOLDER } from "@/lib/storage/object-keys";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { keepSealing } from "@/lib/worker/keep-sealing";

const WITHIN = { timeout: 15_000, interval: 50 };

let runtime: Runtime;
let admin: Context;
let job: Context;

beforeEach(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
  job = contextFor(runtime, { kind: "job", id: null, name: "audit.make-checkpoint" });
});
afterEach(() => runtime.close());

async function append(count: number): Promise<void> {
  const target = { kind: "campaign", id: null, label: "春节" } as const;
  const entry = { action: "campaign.created", target, details: {} } as const;
  await withTransaction(admin, (ctx) =>
    appendEntries(
      ctx.tx,
      Array.from({ length: count }, () => ({ ctx, entry })),
    ),
  );
}

const checkpoints = () => listCheckpoints(admin, {});

/** As if the last checkpoint had been made so long ago; its signature no longer fits. */
async function ageBy(seconds: number): Promise<void> {
  await runtime.pool.query(`SET session_replication_role = replica;
    UPDATE audit_checkpoints SET at = at - interval '${seconds} s'; SET session_replication_role = origin`);
}

test("the end of the log is signed with the desk's key, and a copy lies in the object store", async () => {
  await append(2);
  await makeCheckpoint(job);
  const [checkpoint] = await checkpoints();
  const [key] = await listAuditKeys(admin);
  const { seq, hash } = await runtime.db.auditHead.findFirstOrThrow();
  expect(checkpoint).toMatchObject({ seq: seq.toString(), headHash: hash, keyId: key?.id });
  if (!checkpoint || !key) throw new Error("Nothing was signed.");
  expect(isSignedBy(readPublicKey(key.publicKey), checkpoint)).toBe(true);
  expect(checkpointText(checkpoint)).toBe(
    `mintdesk audit checkpoint 1\nseq 2\nhead ${hash}\nat ${checkpoint.at}\nkey ${key.id}\n`,
  );
  const copy: unknown = JSON.parse(
    (await runtime.store.read(checkpointKey(checkpoint))).toString(),
  );
  expect(copy).toEqual({ ...checkpoint, publicKey: key.publicKey });
});

test("nothing is signed when nothing is new, and not again within five minutes", async () => {
  await makeCheckpoint(job);
  expect(await checkpoints()).toEqual([]);
  await append(1);
  for (let turn = 0; turn < 3; turn += 1) await makeCheckpoint(job);
  await append(1);
  await makeCheckpoint(job);
  expect(await checkpoints()).toHaveLength(1);
  await ageBy(299);
  await makeCheckpoint(job);
  expect(await checkpoints()).toHaveLength(1);
  await ageBy(2);
  await makeCheckpoint(job);
  expect(await checkpoints()).toHaveLength(2);
  await ageBy(600);
  await makeCheckpoint(job);
  expect(await checkpoints()).toHaveLength(2);
});

test("a thousand new entries are signed at once", async () => {
  await append(1);
  await makeCheckpoint(job);
  await append(999);
  await makeCheckpoint(job);
  expect(await checkpoints()).toHaveLength(1);
  await append(1);
  await makeCheckpoint(job);
  expect(await checkpoints()).toMatchObject([{ seq: "1" }, { seq: "1001" }]);
});

test("many workers at once sign once, with one key", async () => {
  await append(1);
  await Promise.all(Array.from({ length: 8 }, () => makeCheckpoint(job)));
  expect(await checkpoints()).toHaveLength(1);
  expect(await listAuditKeys(admin)).toHaveLength(1);
  expect(await runtime.store.list(CHECKPOINTS_FOLDER)).toHaveLength(1);
});

test("copies that could not be laid down are laid down later, and none is replaced", async () => {
  await append(1);
  await makeCheckpoint(job);
  await ageBy(400);
  await append(1);
  await makeCheckpoint(job);
  const [first, second] = await checkpoints();
  if (!first || !second) throw new Error("Nothing was signed.");
  await runtime.store.removeAll(CHECKPOINTS_FOLDER);
  await runtime.store.put(checkpointKey(first), Buffer.from("{}"));
  await makeCheckpoint(job);
  expect((await runtime.store.read(checkpointKey(first))).toString()).toBe("{}");
  expect(await runtime.store.stat(checkpointKey(second))).not.toBeNull();
});

test("the private half lies sealed, and stands in no row as it is", async () => {
  await append(1);
  await makeCheckpoint(job);
  const rows = JSON.stringify(await runtime.db.auditKey.findMany());
  expect(rows).toContain("BEGIN PUBLIC KEY");
  expect(rows).not.toContain("PRIVATE");
});

test("a worker seals what is written while it runs", async () => {
  const loop = keepSealing(runtime);
  await append(1);
  await expect.poll(checkpoints, WITHIN).toHaveLength(1);
  await loop.stop();
});

test("only a job makes checkpoints", async () => {
  await expect(makeCheckpoint(admin)).rejects.toMatchObject({ code: "forbidden" });
});
