import { REPOINT_MAX_COUNT } from "@/lib/codes/repoint-schema";
import { InvalidInputError } from "@/lib/core/errors";

/** Throws InvalidInputError `repointMany` for more scenes than one step may change. */
export function requireFew(sceneCount: number): void {
  if (sceneCount <= REPOINT_MAX_COUNT) return;
  throw new InvalidInputError("repointMany", "filter", {
    count: sceneCount,
    most: REPOINT_MAX_COUNT,
  });
}
