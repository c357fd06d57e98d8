import { z } from "zod";

/** Where a scheme or URL Link leads (section 6.1). Value types only. */
export const LINK_TARGET = {
  path: z.string().nullish(),
  query: z.string().nullish(),
  env_version: z.string().nullish(),
};

/** When a scheme or URL Link ends (section 6.1). Value types only. */
export const LINK_EXPIRY = {
  is_expire: z.boolean().nullish(),
  expire_type: z.number().nullish(),
  expire_time: z.number().nullish(),
  expire_interval: z.number().nullish(),
};

const Target = z.object(LINK_TARGET);
const Expiry = z.object(LINK_EXPIRY);

export type LinkTarget = { path: string; query: string; envVersion: string };

const MAX_QUERY_CHARACTERS = 1024;
/** The scene's characters and `%` (section 6.1). */
const QUERY_CHARSET = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]*$/;
const ENV_VERSIONS: readonly string[] = ["release", "trial", "develop"];
const MINUTE_S = 60;
const DAY_S = 86_400;
const MAX_DAYS = 30;

/**
 * 85079 without a release, 40165 page not published, 40212 query, 85402 env_version (section 6.1).
 * Without a path the link opens the home page.
 */
export function checkLinkTarget(
  target: z.infer<typeof Target>,
  publishedPages: readonly string[],
): LinkTarget | { errcode: number } {
  const [home] = publishedPages;
  if (home === undefined) return { errcode: 85079 };
  const path = target.path || home;
  if (!publishedPages.includes(path)) return { errcode: 40165 };
  const query = target.query ?? "";
  const isTooLong = [...query].length > MAX_QUERY_CHARACTERS;
  if (isTooLong || !QUERY_CHARSET.test(query)) return { errcode: 40212 };
  const envVersion = target.env_version ?? "release";
  if (!ENV_VERSIONS.includes(envVersion)) return { errcode: 85402 };
  return { path, query, envVersion };
}

/**
 * The unix second a link ends at, or 85401: a moment (expire_type 0) one minute to 30 days ahead, or
 * a number of days (expire_type 1), 1 to 30. Without either it is 30 days (section 6.1).
 */
export function checkLinkExpiry(
  expiry: z.infer<typeof Expiry>,
  nowMs: number,
): { expiresAt: number } | { errcode: 85401 } {
  const now = Math.floor(nowMs / 1000);
  const latest = now + MAX_DAYS * DAY_S;
  const type = expiry.expire_type ?? 0;
  if (type === 1) {
    const days = expiry.expire_interval ?? 0;
    const isValid = Number.isInteger(days) && days >= 1 && days <= MAX_DAYS;
    return isValid ? { expiresAt: now + days * DAY_S } : { errcode: 85401 };
  }
  if (type !== 0) return { errcode: 85401 };
  const at = expiry.expire_time ?? null;
  if (at === null) return expiry.is_expire === true ? { errcode: 85401 } : { expiresAt: latest };
  const isValid = Number.isInteger(at) && at >= now + MINUTE_S && at <= latest;
  return isValid ? { expiresAt: at } : { errcode: 85401 };
}
