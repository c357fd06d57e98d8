/** Below it lies everything programs call. */
export const API_ROOT = "/api/v1";

/** Where a program reads more of a thing; `path` is below the root. */
export function apiUrl(publicUrl: string, path: string): string {
  return `${publicUrl}${API_ROOT}${path}`;
}
