import type { ApiKeyRow } from "@/lib/people/api-key-schema";

type Scopes = ApiKeyRow["scopes"];

/** Routes that answer a bare request, by the scope that opens them; the first that is held is shown. */
const EXAMPLES: readonly (readonly [Scopes[number], string])[] = [
  ["codes:read", "/api/codes/export?format=csv"],
  ["audit:read", "/api/audit/export?format=csv"],
];

/** A request that works with a key of these scopes; null when there is none without further parameters. */
export function keyExample(publicUrl: string, key: string, scopes: Scopes): string | null {
  const example = EXAMPLES.find(([scope]) => scopes.includes(scope));
  if (!example) return null;
  return `curl -OJ -H "Authorization: Bearer ${key}" "${publicUrl}${example[1]}"`;
}
