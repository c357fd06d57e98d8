import { createHash } from "node:crypto";
import { NotFoundError } from "@/lib/core/errors";
import type { PackProblem } from "@/lib/packs/pack-view";
import type { PackedPicture } from "@/lib/packs/packed-code";
import { pictureKey } from "@/lib/storage/object-keys";
import type { ObjectStore } from "@/lib/storage/object-store";

type Problem = PackProblem["problem"];

/** Whether the stored picture is there in its size, without reading it; what is wrong with it, or null. */
export async function checkPicture(
  store: ObjectStore,
  { sha256, byteSize }: PackedPicture,
): Promise<Problem | null> {
  const stored = await store.stat(pictureKey(sha256));
  if (!stored) return "missing";
  return stored.byteSize === byteSize ? null : "damaged";
}

/** The stored picture, byte by byte what was minted, or what is wrong with it. */
export async function readPicture(
  store: ObjectStore,
  { sha256 }: PackedPicture,
): Promise<Buffer | Problem> {
  try {
    const bytes = await store.read(pictureKey(sha256));
    const found = createHash("sha256").update(bytes).digest("hex");
    return found === sha256 ? bytes : "damaged";
  } catch (error) {
    if (error instanceof NotFoundError) return "missing";
    throw error;
  }
}
