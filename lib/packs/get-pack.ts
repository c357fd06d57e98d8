import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/transaction";
import { toPackRow, WITH_TAKES } from "@/lib/packs/pack-row";
import type { PackDetail, PackProblem, PackTaken } from "@/lib/packs/pack-view";
import { PackOf, PackOptions, PackSelection } from "@/lib/packs/schema";

const PROBLEMS_SHOWN = 100;
const TAKES_SHOWN = 50;

/** Everything about a pack; cheap enough to be asked every second or two. Throws NotFoundError. */
export async function getPack(ctx: Context, input: PackOf): Promise<PackDetail> {
  authorize(ctx, "packs:read");
  const db = reader(ctx);
  const parsed = PackOf.safeParse(input);
  const pack =
    parsed.success &&
    (await db.pack.findUnique({ where: { id: parsed.data.packId }, include: WITH_TAKES }));
  if (!pack) throw new NotFoundError("pack");
  const selection = PackSelection.parse(pack.selection);
  return {
    ...toPackRow(pack),
    options: PackOptions.parse(pack.options),
    selection,
    chosenFrom: await findChosenFrom(db, selection),
    fileName: pack.fileName,
    fileCount: pack.fileCount,
    sha256: pack.sha256,
    failure: pack.failure,
    auditSeq: Number(pack.auditSeq),
    problems: pack.problemCount > 0 ? await listProblems(db, pack.id) : [],
    takes: await listTakes(db, pack.id),
  };
}

async function findChosenFrom(
  db: Transaction,
  selection: PackSelection,
): Promise<PackDetail["chosenFrom"]> {
  const { kind } = selection;
  if (kind !== "batch" && kind !== "campaign") return null;
  const select = { id: true, name: true };
  const found =
    kind === "batch"
      ? await db.batch.findUnique({ where: { id: selection.batchId }, select })
      : await db.campaign.findUnique({ where: { id: selection.campaignId }, select });
  return found && { kind, ...found };
}

async function listProblems(db: Transaction, packId: string): Promise<PackProblem[]> {
  const codes = await db.packCode.findMany({
    where: { packId, problem: { not: null } },
    orderBy: { position: "asc" },
    take: PROBLEMS_SHOWN,
    select: { codeId: true, label: true, problem: true, code: { select: { serial: true } } },
  });
  return codes.map(({ codeId, label, problem, code }) => ({
    codeId,
    label,
    serial: code.serial,
    problem: problem === "missing" ? "missing" : "damaged",
  }));
}

async function listTakes(db: Transaction, packId: string): Promise<PackTaken[]> {
  const takes = await db.packTake.findMany({
    where: { packId },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    take: TAKES_SHOWN,
    include: { link: { select: { name: true } } },
  });
  return takes.map(({ id, takenBy, link, address, takenAt, completedAt }) => ({
    id,
    takenBy,
    link: link?.name ?? null,
    address,
    takenAt,
    completedAt,
  }));
}
