import { parseBaseUrl } from "./base-url";

/** Under which name the stores keep an account's tokens and pauses; spellings of one base agree. */
export function accountKey(baseUrl: string, appId: string): string {
  const { origin, prefix } = parseBaseUrl(baseUrl);
  return `${origin}${prefix}|${appId}`;
}
