import type { NewRow } from "@/lib/batches/examine-rows";
import { chunksOf, CHUNK_ROWS } from "@/lib/batches/match-rows";
import type { ParsedRowsInput } from "@/lib/batches/schema";
import type { TransactionContext } from "@/lib/db/transaction";
import { v7 as uuidv7 } from "uuid";

/** Somebody took a scene or minted the same parameters between the check and the act. */
export class OvertakenError extends Error {
  override readonly name = "OvertakenError";
}

/** Scenes and codes of a batch, in chunks; throws OvertakenError when the check no longer holds. */
export async function insertCodes(
  ctx: TransactionContext,
  batchId: string,
  input: ParsedRowsInput,
  news: readonly NewRow[],
): Promise<void> {
  for (const chunk of chunksOf(news, CHUNK_ROWS)) {
    await insertScenes(ctx, input.miniProgramId, chunk);
    await insertChunk(ctx, batchId, input, chunk);
  }
}

/** As with a single code: a scene nobody uses may come to mean something else, one in use may not. */
async function insertScenes(
  ctx: TransactionContext,
  miniProgramId: string,
  chunk: readonly NewRow[],
): Promise<void> {
  // In one order everywhere, so that two batches wait for each other instead of locking up.
  const scenes = chunk
    .filter(({ parameters }) => parameters.scene !== null)
    .map(({ parameters: { scene, target }, payload }) => ({
      id: uuidv7(),
      value: scene ?? "",
      page: target,
      payload,
    }))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1));
  if (scenes.length === 0) return;
  const json = JSON.stringify(scenes);
  await ctx.tx.$executeRaw`
    INSERT INTO scenes (id, mini_program_id, value, page, payload, created_at)
    SELECT id, ${miniProgramId}::uuid, value, page, nullif(payload, 'null'::jsonb), ${ctx.now()}
    FROM jsonb_to_recordset(${json}::jsonb) AS row (id uuid, value text, page text, payload jsonb)
    ON CONFLICT (mini_program_id, value) DO NOTHING`;
  const values = scenes.map(({ value }) => value);
  const standing = await ctx.tx.$queryRaw<{ value: string; page: string; isUsed: boolean }[]>`
    SELECT value, page, EXISTS (SELECT FROM codes WHERE codes.mini_program_id = scenes.mini_program_id
      AND codes.scene = scenes.value AND codes.status <> 'refused') AS "isUsed"
    FROM scenes WHERE mini_program_id = ${miniProgramId}::uuid AND value = ANY(${values}::text[])
    ORDER BY value FOR UPDATE`;
  const wanted = new Map(scenes.map(({ value, page }) => [value, page]));
  const others = standing.filter(({ value, page }) => wanted.get(value) !== page);
  if (others.some(({ isUsed }) => isUsed)) throw new OvertakenError();
  for (const { value } of others) {
    await ctx.tx.$executeRaw`
      UPDATE scenes SET page = ${wanted.get(value) ?? ""}, payload = NULL
      WHERE mini_program_id = ${miniProgramId}::uuid AND value = ${value}`;
  }
}

async function insertChunk(
  ctx: TransactionContext,
  batchId: string,
  input: ParsedRowsInput,
  chunk: readonly NewRow[],
): Promise<void> {
  const [first] = chunk;
  if (!first) return;
  const { kind, envVersion, checkPath, width, autoColor, lineColor, isHyaline } = first.parameters;
  const reason = input.kind === "WXACODE_UNLIMITED" ? "" : input.reason;
  const json = JSON.stringify(
    chunk.map(({ row, label, parameters: { target, scene }, identity, quotaCost }) => {
      return { id: uuidv7(), row, label, target, scene, identity, cost: quotaCost };
    }),
  );
  const insertedCount = await ctx.tx.$executeRaw`
    INSERT INTO codes (id, mini_program_id, campaign_id, kind, label, tags, target, scene, env_version,
      check_path, width, auto_color, line_color, is_hyaline, identity, reason, quota_cost, batch_id, batch_row,
      created_by_id, created_by_name, created_at, updated_at)
    SELECT id, ${input.miniProgramId}::uuid, ${input.campaignId}::uuid, ${kind}::"CodeKind", label,
      ${input.tags}::text[], target, scene, ${envVersion}::"EnvVersion", ${checkPath}::boolean, ${width}::int,
      ${autoColor}::boolean, ${lineColor}::text, ${isHyaline}::boolean, identity, ${reason}::text, cost,
      ${batchId}::uuid, row, ${ctx.actor.id}::uuid, ${ctx.actor.name}::text, ${ctx.now()}, ${ctx.now()}
    FROM jsonb_to_recordset(${json}::jsonb) AS wanted (
      id uuid, row int, label text, target text, scene text, identity text, cost smallint)
    ON CONFLICT (mini_program_id, identity) WHERE status <> 'refused' DO NOTHING`;
  if (insertedCount < chunk.length) throw new OvertakenError();
}
