/**
 * Limits of the three code APIs (docs/wechat-api.md, section 2.1).
 * Imports nothing, so that a browser form may use the same numbers.
 */
export const A_PATH_MAX_LENGTH = 1024;
export const C_PATH_MAX_LENGTH = 128;
/** Section 2.1 gives C's limit as characters in one place and bytes in another; both are kept. */
export const C_PATH_MAX_BYTES = 128;
export const SCENE_MAX_LENGTH = 32;
export const SCENE_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/;
export const WIDTH_MIN = 280;
export const WIDTH_MAX = 1280;
export const WIDTH_DEFAULT = 430;
/** A field name WeChat reserves for itself and refuses with 85096. */
export const RESERVED_QUERY_NAME = "scancode_time";
export const ENV_VERSIONS = ["release", "trial", "develop"] as const;
/** A and C together, for the life of the account (section 2.1). */
export const LIFETIME_CODE_LIMIT = 100_000;
/** B with checkPath off: distinct unpublished pages (section 2.1). */
export const UNCHECKED_PAGE_LIMIT = 60_000;
/** B, calls per minute and mini program (section 2.1). */
export const B_CALLS_PER_MINUTE = 5000;
/** The permission set a third-party platform needs to make codes (section 5). */
export const CODE_PERMISSION_SET = 17;
/** Authorisers that one call lists at most (section 5). */
export const AUTHORIZERS_PER_PAGE = 500;
/** Query of a URL Scheme or URL Link (section 6.1): the characters of a scene, and %. */
export const LINK_QUERY_MAX_LENGTH = 1024;
export const LINK_QUERY_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]*$/;
/** Every link lives at most so long, and at least a minute (section 6.1, 85401). */
export const LINK_DAYS_MAX = 30;
export const LINK_LIFE_MIN_MS = 60_000;
/** Page of a short link, with its query (section 6.3). */
export const SHORT_LINK_PAGE_MAX_LENGTH = 1024;
/** One HTTP attempt, unless a client is told otherwise. */
export const DEFAULT_TIMEOUT_MS = 15_000;
