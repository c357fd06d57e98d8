import { readFile } from "node:fs/promises";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { Arena } from "@/lib/testing/faults/arena";
import { BrokenInvariant, hold } from "@/lib/testing/faults/broken-invariant";
import type { FaultBatch } from "@/lib/testing/faults/fault-batch";
import { checkFiles, checkFolders } from "@/lib/testing/faults/check-files";
import { wantedOf } from "@/lib/testing/faults/history";
import { checkLedger } from "@/lib/testing/faults/check-ledger";
import { listOpenTexts } from "@/lib/testing/faults/open-texts";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";

/** Requests one attempt may make for a code: the first, and what the policy repeats. */
const CALLS_PER_ATTEMPT = { B: 3 + 1, A: 2 + 1, "A once": 1 + 1 };
const MINUTE_MS = 60_000;
const MINUTE_LIMIT = 5_000;

/** What has to hold for a batch after every run, whatever was done to it. */
export async function checkInvariants(arena: Arena, batch: FaultBatch): Promise<void> {
  await everyRowHasEnded(arena, batch);
  await noCallIsUndocumented(arena, batch);
  await checkLedger(arena, batch);
  await checkFiles(arena, batch);
  await everyChangeIsLogged(arena, batch);
  theMinuteIsKept(arena, batch);
}

/** What has to hold for the whole desk, once its processes have come to rest. */
export async function checkDesk(arena: Arena): Promise<void> {
  await checkFolders(arena);
  const verdict = await verifyChain(arena.admin);
  hold("I5", verdict.intact, `the audit chain is broken: ${JSON.stringify(verdict)}`);
  await nothingIsTold(arena);
}

/** I1: no code is lost, and a picture that came for the attempt a code stands by is its picture. */
async function everyRowHasEnded({ runtime }: Arena, batch: FaultBatch): Promise<void> {
  const { batchId, count } = batch;
  const codes = await runtime.db.code.findMany({ where: { batchId }, include: { calls: true } });
  hold("I1", codes.length === count, `${codes.length} codes were made of ${count} rows`);
  for (const { batchRow, status, calls, ...code } of codes) {
    const row = `row ${batchRow}`;
    hold("I1", status !== "queued" && status !== "sent", `${row} is still ${status}`);
    const hasReason = code.failureErrcode !== null || code.failureWhy !== null;
    hold("I1", status === "minted" || hasReason, `${row} is ${status} without a reason`);
    hold("I1", status !== "minted" || code.pictureSha256 !== null, `${row} has no picture`);
    const isPictured = calls.some(
      ({ attemptToken, outcome }) => attemptToken === code.attemptToken && outcome === "picture",
    );
    // "storage": the picture came, and could not be kept.
    const wasKept = code.failureWhy !== "unknown:storage";
    hold(
      "I1",
      status === "minted" || !isPictured || !wasKept,
      `${row} is ${status} although its own attempt brought a picture`,
    );
  }
}

/**
 * I2: a code is called once, and again only where the desk has written down why: in the journal of a
 * finished attempt, or as an attempt that was lost with its process.
 */
async function noCallIsUndocumented({ runtime }: Arena, batch: FaultBatch): Promise<void> {
  const { batchId, endpoint, flavour } = batch;
  const codes = await runtime.db.code.findMany({
    where: { batchId },
    include: { calls: { where: { endpoint } } },
  });
  const callsOf = Map.groupBy(batch.calls(), ({ body }) => wantedOf(body));
  for (const { scene, target, batchRow, attemptCount, calls } of codes) {
    const made = callsOf.get(scene ?? target)?.length ?? 0;
    const journaled = new Set(calls.map(({ attemptToken }) => attemptToken)).size;
    const lostAttempts = Math.max(0, attemptCount - journaled);
    const most = calls.length + lostAttempts * CALLS_PER_ATTEMPT[flavour];
    hold("I2", made <= most, `row ${batchRow} was called ${made} times, ${most} are written down`);
  }
}

/** I5: every end of a code stands in the log. */
async function everyChangeIsLogged(arena: Arena, { batchId }: FaultBatch): Promise<void> {
  const unlogged = await arena.runtime.db.$queryRaw<{ row: number; status: string }[]>`
    SELECT batch_row AS row, status::text AS status FROM codes
    WHERE batch_id = ${batchId}::uuid AND NOT EXISTS (
      SELECT FROM audit_entries WHERE target_id = codes.id::text AND action = CASE status
        WHEN 'unknown' THEN 'code.outcome_unknown' ELSE 'code.refused' END
      UNION ALL
      SELECT FROM audit_entries WHERE target_id = codes.batch_id::text AND action = 'batch.codes_minted'
        AND status = 'minted' AND details->'codeIds' ? codes.id::text)
      AND coalesce(failure_why, '') NOT IN ('not_sent:cancelled', 'not_sent:declined')`;
  hold("I5", unlogged.length === 0, `not in the log: ${JSON.stringify(unlogged.slice(0, 3))}`);
  const [spent] = await arena.runtime.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM quota_entries
    WHERE kind = 'spend' AND code_id IN (SELECT id FROM codes WHERE batch_id = ${batchId}::uuid)
      AND NOT EXISTS (SELECT FROM audit_entries
        WHERE (target_id = quota_entries.code_id::text AND action = 'code.settled_by_hand')
          OR (action = 'batch.codes_minted' AND details->'codeIds' ? quota_entries.code_id::text))`;
  hold("I5", spent?.count === 0, `${spent?.count} spendings stand in no log entry`);
}

/** I6: no rolling minute has more calls than WeChat allows. */
function theMinuteIsKept({ history }: Arena, { appid }: FaultBatch): void {
  const times = history.ofAccount(appid, "getwxacodeunlimit").map(({ at }) => Date.parse(at));
  const sorted = times.toSorted((one, other) => one - other);
  const tooMany = sorted.findIndex(
    (time, index) => time - (sorted[index - MINUTE_LIMIT] ?? -Infinity) < MINUTE_MS,
  );
  hold("I6", tooMany === -1, `more than ${MINUTE_LIMIT} calls within a minute of ${appid}`);
}

/** I7: neither secrets nor tokens are in logs, errors, file names or jobs. */
async function nothingIsTold(arena: Arena): Promise<void> {
  const secrets = [
    BUILT_IN_ACCOUNT.secret,
    arena.runtime.env.MINTDESK_SECRET,
    ...arena.wire.tokens,
  ];
  const logs = await readFile(arena.logFile, "utf8").catch(() => "");
  for (const [place, text] of [["the log", logs] as const, ...(await listOpenTexts(arena))]) {
    for (const secret of secrets) {
      if (!text.includes(secret)) continue;
      const at = text.indexOf(secret);
      const around = text.slice(Math.max(0, at - 120), at);
      throw new BrokenInvariant("I7", `a secret stands in ${place}, after: ${around}`);
    }
  }
}
