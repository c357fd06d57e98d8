import type { ExaminedRows, NewRow } from "@/lib/batches/examine-rows";
import type { BadRow, RepeatRow } from "@/lib/batches/schema";
import { isLimited } from "@/lib/codes/code-parameters";
import { LOOK_ALIKE_STATUSES } from "@/lib/codes/price-quota";
import type { CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

export const CHUNK_ROWS = 5_000;

interface LivingCode {
  identity: string;
  id: string;
  label: string;
  status: CodeStatus;
}

/** Holds examined rows against what is minted already, in chunks, a query or two each. */
export async function matchRows(
  ctx: Context,
  miniProgramId: string,
  examined: ExaminedRows,
): Promise<ExaminedRows> {
  const matched = new Map<number, RepeatRow["of"]>();
  const conflicts = new Map<number, BadRow["problems"]>();
  const pageOfScene = new Map<string, string>();
  for (const chunk of chunksOf(examined.news, CHUNK_ROWS)) {
    const living = await findLiving(ctx, miniProgramId, chunk);
    const taken = await findTakenScenes(ctx, miniProgramId, chunk);
    for (const { row, identity, parameters } of chunk) {
      const code = living.get(identity);
      if (code) {
        matched.set(row, { codeId: code.id, label: code.label, status: code.status });
        continue;
      }
      const page = otherPage(parameters, taken, pageOfScene);
      if (page !== null) {
        const problem = { field: "scene", reason: "sceneTaken", values: { page: page || "/" } };
        conflicts.set(row, [problem as BadRow["problems"][number]]);
      }
    }
    await forgiveLook(ctx, miniProgramId, chunk, examined.quota.lookCounts);
  }
  return retell(examined, matched, conflicts);
}

async function findLiving(ctx: Context, miniProgramId: string, chunk: readonly NewRow[]) {
  const found = await reader(ctx).$queryRaw<LivingCode[]>`
    SELECT identity, id, label, status::text AS status FROM codes
    WHERE mini_program_id = ${miniProgramId}::uuid AND status <> 'refused'
      AND identity = ANY(${chunk.map(({ identity }) => identity)}::text[])`;
  return new Map(found.map((code) => [code.identity, code]));
}

/** Scenes in use, with the page each stands for. */
async function findTakenScenes(ctx: Context, miniProgramId: string, chunk: readonly NewRow[]) {
  const wanted = chunk.filter(({ payload }) => payload === null);
  const scenes = wanted.flatMap(({ parameters }) => parameters.scene ?? []);
  if (scenes.length === 0) return new Map<string, string>();
  const found = await reader(ctx).$queryRaw<{ value: string; page: string }[]>`
    SELECT value, page FROM scenes
    WHERE mini_program_id = ${miniProgramId}::uuid AND value = ANY(${scenes}::text[])
      AND EXISTS (SELECT FROM codes WHERE codes.mini_program_id = scenes.mini_program_id
        AND codes.scene = scenes.value AND codes.status <> 'refused')`;
  return new Map(found.map(({ value, page }) => [value, page]));
}

/** The other page a row's scene stands for already, or null; remembers the first page of each scene. */
function otherPage(
  { scene, target }: NewRow["parameters"],
  taken: ReadonlyMap<string, string>,
  pageOfScene: Map<string, string>,
): string | null {
  if (scene === null) return null;
  const page = taken.get(scene) ?? pageOfScene.get(scene);
  if (page !== undefined && page !== target) return page;
  pageOfScene.set(scene, target);
  return null;
}

/** Where a setting says so, a code that differs from a made one in its look alone costs nothing. */
async function forgiveLook(
  ctx: Context,
  miniProgramId: string,
  chunk: readonly NewRow[],
  lookCounts: boolean,
): Promise<void> {
  const [first] = chunk;
  if (lookCounts || !first || !isLimited(first.parameters.kind)) return;
  const { kind, envVersion } = first.parameters;
  const made = await reader(ctx).code.findMany({
    where: {
      miniProgramId,
      kind,
      envVersion,
      target: { in: chunk.map(({ parameters }) => parameters.target) },
      status: { in: LOOK_ALIKE_STATUSES },
    },
    select: { target: true },
  });
  const targets = new Set(made.map(({ target }) => target));
  for (const row of chunk) if (targets.has(row.parameters.target)) row.quotaCost = 0;
}

/** A repeat of a row that turned out bad or a repeat itself shares its fate. */
function retell(
  { news, repeats, bad, quota }: ExaminedRows,
  matched: ReadonlyMap<number, RepeatRow["of"]>,
  conflicts: ReadonlyMap<number, BadRow["problems"]>,
): ExaminedRows {
  const result: ExaminedRows = { news: [], repeats: [], bad: [...bad], quota };
  for (const item of news) {
    const { row, label } = item;
    const of = matched.get(row);
    const problems = conflicts.get(row);
    if (of) result.repeats.push({ row, label, of });
    else if (problems) result.bad.push({ row, label, problems });
    else result.news.push(item);
  }
  for (const { row, label, of } of repeats) {
    const first = "row" in of ? of.row : 0;
    const problems = conflicts.get(first);
    if (problems) result.bad.push({ row, label, problems });
    else result.repeats.push({ row, label, of: matched.get(first) ?? of });
  }
  return { ...result, bad: inOrder(result.bad), repeats: inOrder(result.repeats) };
}

function inOrder<Item extends { row: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((one, other) => one.row - other.row);
}

/** A list in pieces of at most `size`. */
export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
