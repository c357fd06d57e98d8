import { addDays } from "@/lib/quota/beijing-day";
import type { ScanCounts, ScanDayRow } from "@/lib/scans/schema";

const NOTHING: ScanCounts = { scans: 0, repeats: 0, tests: 0 };

/** Every day from one to another, with nothing where nothing was counted. */
export function fillDays(found: readonly ScanDayRow[], from: string, to: string): ScanDayRow[] {
  const known = new Map(found.map((row) => [row.day, row]));
  const days: ScanDayRow[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(known.get(day) ?? { day, ...NOTHING });
  }
  return days;
}

export function sumOfDays(days: readonly ScanDayRow[]): ScanCounts {
  return days.reduce(
    (sum, { scans, repeats, tests }) => ({
      scans: sum.scans + scans,
      repeats: sum.repeats + repeats,
      tests: sum.tests + tests,
    }),
    NOTHING,
  );
}
