import { ApiError } from "@/lib/api/problem";

/** The versions that If-Match names; a proxy that compresses may have made a tag weak. */
const NAMED = /(?:W\/)?"(\d{1,9})(?:-[0-9a-f]+)?"/g;

/**
 * The version a caller knows of by If-Match. Throws ApiError `precondition_required` without the header, and
 * `precondition_failed` when it names none that is still the latest.
 */
export function requireMatch(latestVersion: number, ifMatch: string | null): number {
  if (ifMatch === null) throw new ApiError("precondition_required", "ifMatchMissing");
  const named = [...ifMatch.matchAll(NAMED)].map(([, version]) => Number(version));
  if (ifMatch.trim() !== "*" && !named.includes(latestVersion)) throw sceneNewer(latestVersion);
  return latestVersion;
}

/** Somebody changed the scene since the caller read it. */
export function sceneNewer(version: string | number): ApiError {
  return new ApiError("precondition_failed", "sceneNewer", { version });
}
