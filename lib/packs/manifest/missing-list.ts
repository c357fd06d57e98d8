import type { PackRun } from "@/lib/packs/pack-run";

/** Names the codes whose picture is not in the pack, and why. */
export async function* missingList(
  { ctx, pack, words }: PackRun,
  problemCount: number,
): AsyncGenerator<string, void, void> {
  const head = words("packs.inside.missing.head", { count: problemCount });
  yield `\uFEFF${head}\r\n${words("packs.inside.missing.advice")}\r\n\r\n`;
  const codes = await ctx.runtime.db.packCode.findMany({
    where: { packId: pack.id, problem: { not: null } },
    orderBy: { position: "asc" },
    select: { label: true, problem: true, code: { select: { serial: true } } },
  });
  for (const { label, problem, code } of codes) {
    const why = words(`packs.inside.problem.${problem}`);
    yield `${code.serial}\t${why}\t${label.replace(/\s+/g, " ")}\r\n`;
  }
}
