import { addDays } from "@/lib/quota/beijing-day";
import { SpanOfDays } from "@/lib/scans/schema";

interface WantedSpan {
  /** So many days up to today, unless `from` and `to` say otherwise. */
  period: string;
  from: string | null;
  to: string | null;
}

/** The span somebody wrote into an address; days that make no span are left out rather than refused. */
export function spanOfPeriod({ period, from, to }: WantedSpan, today: string) {
  const { data } = SpanOfDays.safeParse({ from, to });
  return data ?? { from: addDays(today, 1 - Number(period)), to: today };
}
