import { setImmediate as breathe } from "node:timers/promises";
import { canonicalJson } from "@/lib/audit/canonical-json";
import { rowComposer } from "@/lib/batches/compose-rows";
import { matchRows } from "@/lib/batches/match-rows";
import { readQuota } from "@/lib/batches/read-quota";
import type { BatchQuota } from "@/lib/batches/read-quota";
import type { BadRow, ParsedRowsInput, RepeatRow } from "@/lib/batches/schema";
import { codeIdentity, codeParameters, isLimited } from "@/lib/codes/code-parameters";
import type { CodeParameters } from "@/lib/codes/code-parameters";
import type { Context } from "@/lib/core/context";
import { generateScene } from "@/lib/scenes/generate-scene";

/** A row that can be minted. */
export interface NewRow {
  row: number;
  label: string;
  parameters: CodeParameters;
  identity: string;
  payload: Record<string, unknown> | null;
  /** How many of the 100,000 it costs. */
  quotaCost: number;
}

/** Every row of an input told apart; labels of left-out rows are as they came. */
export interface ExaminedRows {
  news: NewRow[];
  repeats: (RepeatRow & { label: string })[];
  bad: (BadRow & { label: string })[];
  quota: BatchQuota;
}

/** Rows between two moments at which other requests get their turn. */
const ROWS_PER_BREATH = 500;

/**
 * Checks every row as the single form would be, finds repeats in the rows and among living codes,
 * and scenes that stand for another page. Writes nothing. Throws NotFoundError, `conflict` for an
 * archived mini program and `invalid_input` for columns that are not there.
 */
export async function examineRows(ctx: Context, input: ParsedRowsInput): Promise<ExaminedRows> {
  const quota = await readQuota(ctx, input);
  const compose = rowComposer(input, quota.appKind);
  const firstRows = new Map<string, number>();
  const examined: ExaminedRows = { news: [], repeats: [], bad: [], quota };
  for (const [index, cells] of input.rows.entries()) {
    if (index % ROWS_PER_BREATH === 0) await breathe();
    const row = index + 1;
    const composed = compose(cells);
    if (!composed.ok) {
      examined.bad.push({ row, label: composed.label, problems: composed.problems });
      continue;
    }
    const { mint } = composed;
    const payload = payloadOf(mint);
    const scene = sceneOf(mint);
    const parameters = codeParameters(mint, scene);
    const identity = codeIdentity(parameters);
    // A generated scene is different every time, so equal data tells a repeat.
    const sameAs = payload ? canonicalJson({ page: parameters.target, payload }) : identity;
    const first = firstRows.get(sameAs);
    if (first === undefined) {
      firstRows.set(sameAs, row);
      const quotaCost = isLimited(mint.kind) ? 1 : 0;
      examined.news.push({ row, label: mint.label, parameters, identity, payload, quotaCost });
    } else {
      examined.repeats.push({ row, label: mint.label, of: { row: first } });
    }
  }
  return matchRows(ctx, input.miniProgramId, examined);
}

type Mint = Parameters<typeof codeParameters>[0];

function sceneOf(mint: Mint): string | null {
  if (mint.kind !== "WXACODE_UNLIMITED") return null;
  return mint.carries.as === "scene" ? mint.carries.scene : generateScene();
}

function payloadOf(mint: Mint): Record<string, unknown> | null {
  if (mint.kind !== "WXACODE_UNLIMITED" || mint.carries.as === "scene") return null;
  return mint.carries.payload;
}
