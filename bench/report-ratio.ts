/** Milliseconds of one thing measured several times. */
export interface Timing {
  median: number;
  min: number;
  max: number;
}

export interface RatioRow {
  name: string;
  measured: Timing;
  /** What it is held against, measured in the same run. */
  reference: Timing;
  /** The highest ratio of the medians that is still good. */
  goal: number;
  /** Anything else worth a column, such as buffers read. */
  note?: string;
  /** A goal beside the ratio was missed. */
  missed?: boolean;
}

/** Runs the measured thing and its reference in turns, after one unmeasured turn each. */
export async function measureInTurns(
  measured: () => Promise<unknown>,
  reference: () => Promise<unknown>,
  rounds = 5,
): Promise<{ measured: Timing; reference: Timing }> {
  const times: { measured: number[]; reference: number[] } = { measured: [], reference: [] };
  for (let round = 0; round <= rounds; round++) {
    const measuredMs = await timeMs(measured);
    const referenceMs = await timeMs(reference);
    if (round === 0) continue;
    times.measured.push(measuredMs);
    times.reference.push(referenceMs);
  }
  return { measured: toTiming(times.measured), reference: toTiming(times.reference) };
}

/** Prints the rows as a table; true when every goal is met. */
export function reportRatios(title: string, rows: readonly RatioRow[]): boolean {
  const lines = rows.map((row) => {
    const ratio = row.measured.median / row.reference.median;
    const isMet = ratio <= row.goal && !row.missed;
    return {
      isMet,
      cells: [
        row.name,
        show(row.measured),
        show(row.reference),
        ratio.toFixed(3),
        `<= ${row.goal.toFixed(3)}`,
        row.note ?? "",
        isMet ? "ok" : "MISSED",
      ],
    };
  });
  const head = ["", "ms (min..max)", "reference ms", "ratio", "goal", "", ""];
  const table = [head, ...lines.map(({ cells }) => cells)];
  const widths = head.map((_, column) => Math.max(...table.map((cells) => width(cells[column]))));
  process.stdout.write(`\n${title}\n`);
  for (const cells of table) {
    const padded = cells.map(
      (cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)),
    );
    process.stdout.write(`${padded.join("  ").trimEnd()}\n`);
  }
  return lines.every(({ isMet }) => isMet);
}

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Of several measurements of one thing. */
export function toTiming(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

function show({ median, min, max }: Timing): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}..${max.toFixed(2)})`;
}

/** Chinese characters take two columns of a terminal. */
function width(text = ""): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
}
