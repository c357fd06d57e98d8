import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import { lockBatch } from "@/lib/batches/lock-batch";
import { scheduleRun } from "@/lib/batches/schedule-run";
import { EditRowInput } from "@/lib/batches/schema";
import { codeIdentity, codeParameters } from "@/lib/codes/code-parameters";
import { costOfCode } from "@/lib/codes/cost-of-code";
import { requirePath } from "@/lib/codes/require-path";
import { MintCodeInput } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import type { Code } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { reserveQuota } from "@/lib/quota/reserve-quota";
import { claimScene } from "@/lib/scenes/claim-scene";

type Payload = Parameters<typeof claimScene>[1]["payload"];

/**
 * Puts a refused row of a batch right and lets the batch try it again. Only what WeChat surely did not
 * make can change. A batch that was done runs again, a paused one stays paused. Throws `invalid_input` as
 * the single form does, `conflict` (the row is not refused any more, its scene stands for another page,
 * the same code was minted elsewhere, the batch was cancelled) and `quota_exhausted`.
 */
export async function editRow(ctx: Context, input: EditRowInput): Promise<void> {
  authorize(ctx, "codes:mint");
  const wanted = EditRowInput.parse(input);
  await translateConstraint({ codes_identity_living: "codeMintedElsewhere" }, () =>
    withTransaction(ctx, async (tctx) => {
      const found = await tctx.tx.code.findUnique({ where: { id: wanted.codeId } });
      if (!found?.batchId) throw new NotFoundError("code");
      const batch = await lockBatch(tctx, found.batchId);
      if (batch.status === "cancelled" || batch.status === "awaiting_approval") {
        throw new ConflictError("batchNotRetryable");
      }
      const code = await tctx.tx.code.findUniqueOrThrow({
        where: { id: wanted.codeId },
        include: { meaning: true, miniProgram: { select: { appKind: true, archivedAt: true } } },
      });
      if (code.status !== "refused") throw new ConflictError("rowNotRefused");
      if (code.miniProgram.archivedAt) throw new ConflictError("miniProgramArchived");
      const payload = (code.meaning?.payload ?? null) as Payload;
      const mint = MintCodeInput.parse(formOf(code, wanted, payload));
      const scene = wanted.scene !== null && payload === null ? wanted.scene.trim() : code.scene;
      const parameters = codeParameters(mint, scene);
      const { target } = parameters;
      requirePath(code.miniProgram.appKind, target);
      const { id, miniProgramId, campaignId } = code;
      if (scene !== null) {
        await claimScene(tctx, { miniProgramId, value: scene, page: target, payload });
      }
      const quotaCost = await costOfCode(tctx, miniProgramId, parameters);
      await queue(tctx, code, {
        label: mint.label,
        target,
        scene,
        identity: codeIdentity(parameters),
        quotaCost,
      });
      if (quotaCost > 0) {
        const reason = batch.name;
        await reserveQuota(tctx, { miniProgramId, batchId: batch.id, campaignId, reason });
      }
      if (batch.status === "done") {
        await tctx.tx.batch.update({
          where: { id: batch.id },
          data: { status: "running", finishedAt: null },
        });
      }
      if (batch.status !== "paused") await scheduleRun(tctx, batch.id, { afterSeconds: 0 });
      await appendEntry(tctx, {
        action: "batch.row_edited",
        target: { kind: "code", id, label: mint.label },
        changes: fieldChanges(
          { label: code.label, target: code.target, scene: code.scene },
          { label: mint.label, target, scene },
        ),
        details: { batch: batch.name, row: code.batchRow ?? 0 },
      });
    }),
  );
}

/** The row as the single form would have sent it. */
function formOf(code: Code, { label, target, scene }: EditRowInput, payload: Payload): object {
  const { kind, miniProgramId, campaignId, tags, width, reason } = code;
  const { autoColor, lineColor, isHyaline, envVersion, checkPath } = code;
  const same = { kind, requestKey: code.id, miniProgramId, campaignId, label, tags, width, reason };
  const look = { autoColor, lineColor, isHyaline, envVersion };
  if (kind !== "WXACODE_UNLIMITED") return { ...same, ...look, path: target };
  const carries =
    payload === null
      ? { as: "scene", scene: scene ?? code.scene ?? "" }
      : { as: "payload", payload };
  return { ...same, ...look, page: target, checkPath, carries };
}

interface Corrected {
  label: string;
  target: string;
  scene: string | null;
  identity: string;
  quotaCost: number;
}

async function queue(ctx: TransactionContext, { id }: Code, corrected: Corrected): Promise<void> {
  const { count } = await ctx.tx.code.updateMany({
    where: { id, status: "refused" },
    data: {
      ...corrected,
      status: "queued",
      heldSince: null,
      heldUntil: null,
      claimedUntil: null,
      failureErrcode: null,
      failureWhy: null,
      failureMessage: null,
      failureRid: null,
    },
  });
  if (count === 0) throw new ConflictError("rowNotRefused");
}
