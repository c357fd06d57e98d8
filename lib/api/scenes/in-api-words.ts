import { sceneNewer } from "@/lib/api/scenes/require-match";
import { ConflictError, DomainError, InvalidInputError } from "@/lib/core/errors";

/** A refusal of a scene's verb as a program understands it: by the names of its own fields, with no page to reload. */
export function inApiWords(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { reason, values, field } = error;
  if (reason === "sceneChanged") return sceneNewer(values.version ?? "");
  if (reason === "sceneRetired") return new ConflictError("sceneIsRetired", values, "knownAt");
  if (reason === "sceneRestored") return new ConflictError("sceneNotRetired");
  if (field === "at") return new InvalidInputError(reason, "effectiveFrom", values);
  return error;
}
