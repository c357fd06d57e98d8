import type { PackCheck } from "@/lib/packs/verify/check-pack";
import type { FoundPack } from "@/lib/packs/verify-schema";

/**
 * What may be said of a file: known to the desk and whole; whole by a manifest the desk never made; not whole, with the
 * desk's manifest or another; no pack, and why.
 */
export type Verdict =
  | "genuine"
  | "genuineFile"
  | "unknown"
  | "altered"
  | "alteredUnknown"
  | Extract<PackCheck, { kind: "file" }>["why"];

/** Puts together what the file says of itself and what the desk says of its hash. */
export function verdictOf(check: PackCheck, found: FoundPack | null): Verdict {
  if (check.kind === "file") return found ? "genuineFile" : check.why;
  const { missing, changed, added } = check;
  const isWhole = missing.length + changed.length + added.length === 0;
  if (isWhole) return found ? "genuine" : "unknown";
  return found ? "altered" : "alteredUnknown";
}
