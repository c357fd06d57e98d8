import { authorize } from "@/lib/access/authorize";
import { examineRows } from "@/lib/batches/examine-rows";
import type { NewRow } from "@/lib/batches/examine-rows";
import { priceRows } from "@/lib/batches/price-rows";
import { CheckRowsInput, PILOT_ROWS } from "@/lib/batches/schema";
import type { BatchCheck, SampleRow } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";

/**
 * What planning these rows would do: which are bad and why, which are there already, what the rest
 * costs. Nothing is written, reserved or sent. Throws `invalid_input` when a template or column
 * names what the table does not have.
 */
export async function checkRows(ctx: Context, input: CheckRowsInput): Promise<BatchCheck> {
  authorize(ctx, "codes:mint");
  const parsed = CheckRowsInput.parse(input);
  const examined = await examineRows(ctx, parsed);
  const { news, repeats, bad } = examined;
  return {
    rowCount: parsed.rows.length,
    newCount: news.length,
    repeatCount: repeats.length,
    badCount: bad.length,
    bad: bad.map(({ row, problems }) => ({ row, problems })),
    repeats: repeats.map(({ row, of }) => ({ row, of })),
    samples: samplesOf(news),
    price: priceRows(examined, parsed.kind),
  };
}

function samplesOf(news: readonly NewRow[]): SampleRow[] {
  const last = news.length > PILOT_ROWS ? news.slice(-1) : [];
  return [...news.slice(0, PILOT_ROWS), ...last].map(({ row, label, parameters, payload }) => ({
    row,
    label,
    target: parameters.target,
    scene: payload ? null : parameters.scene,
    payload,
  }));
}
