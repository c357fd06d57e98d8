import type { Context } from "@/lib/core/context";
import type { Pack } from "@/lib/db/generated/client";
import type { PackOptions } from "@/lib/packs/schema";
import type { Words } from "@/lib/packs/words";

/** One go at making a pack. */
export interface PackRun {
  ctx: Context;
  pack: Pack;
  options: PackOptions;
  /** Only its results are accepted. */
  runToken: string;
  words: Words;
  /** Aborted once another run has taken over, or the pack was cancelled. */
  signal: AbortSignal;
}

/** What a run came to. */
export interface MadePack {
  fileCount: number;
  byteSize: number;
  /** Null: not a ZIP. */
  centralOffset: number | null;
  sha256: string;
}

/** The pack is no longer this run's to make. */
export class StaleRunError extends Error {
  override readonly name = "StaleRunError";
}

/** Throws StaleRunError. */
export function requireCurrent({ signal }: Pick<PackRun, "signal">): void {
  if (signal.aborted) throw new StaleRunError();
}
