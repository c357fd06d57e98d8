import { z } from "zod";
import {
  ENV_VERSIONS,
  LINK_DAYS_MAX,
  LINK_LIFE_MIN_MS,
  LINK_QUERY_CHARACTERS,
  LINK_QUERY_MAX_LENGTH,
  SHORT_LINK_PAGE_MAX_LENGTH,
} from "./limits";
import type { WireBody } from "./requests";

const DAY_MS = 86_400_000;

const path = z
  .string()
  .min(1)
  .refine((value) => !value.includes("?"), { error: "must not hold a query; use query" });
const query = z
  .string()
  .max(LINK_QUERY_MAX_LENGTH)
  .regex(LINK_QUERY_CHARACTERS, { error: "holds a character that must be percent-encoded" });
const envVersion = z.enum(ENV_VERSIONS).default("release");
const target = { path: path.optional(), query: query.optional(), envVersion };

/** When a link ends: at a moment, or so many whole days from now (section 6.1). */
export const LinkExpiry = z.union([
  z.strictObject({ at: z.date() }),
  z.strictObject({ days: z.int().min(1).max(LINK_DAYS_MAX) }),
]);
export type LinkExpiry = z.infer<typeof LinkExpiry>;

/** `POST /wxa/generatescheme` (section 6.1). */
export const GenerateSchemeRequest = z.strictObject({
  jumpWxa: z.strictObject(target).optional(),
  expiry: LinkExpiry,
});
export type GenerateSchemeInput = z.input<typeof GenerateSchemeRequest>;

const CloudBase = z.strictObject({
  env: z.string().min(1),
  domain: z.string().min(1).optional(),
  path: z.string().min(1).optional(),
  query: query.optional(),
  resourceAppid: z.string().min(1).optional(),
});

/** `POST /wxa/generate_urllink` (section 6.3, limits as 6.1). */
export const GenerateUrlLinkRequest = z.strictObject({
  ...target,
  expiry: LinkExpiry,
  cloudBase: CloudBase.optional(),
});
export type GenerateUrlLinkInput = z.input<typeof GenerateUrlLinkRequest>;

/** `POST /wxa/genwxashortlink` (section 6.3). WeChat cuts a title after 20 characters. */
export const GenerateShortLinkRequest = z.strictObject({
  pageUrl: z.string().min(1).max(SHORT_LINK_PAGE_MAX_LENGTH),
  pageTitle: z.string().optional(),
  /** Takes one of 100,000 for the life of the account; else the link lives 30 days. */
  isPermanent: z.boolean().default(false),
});
export type GenerateShortLinkInput = z.input<typeof GenerateShortLinkRequest>;

const queryType = z.enum(["info", "quota"]).default("info");
/** `POST /wxa/queryscheme` (section 6.2). */
export const QuerySchemeRequest = z.strictObject({ scheme: z.string().min(1), queryType });
export type QuerySchemeInput = z.input<typeof QuerySchemeRequest>;
/** `POST /wxa/query_urllink` (section 6.3). */
export const QueryUrlLinkRequest = z.strictObject({ urlLink: z.string().min(1), queryType });
export type QueryUrlLinkInput = z.input<typeof QueryUrlLinkRequest>;

/**
 * Refuses an end that WeChat would refuse with 85401: it must lie 1 minute to 30 days ahead.
 * @throws {z.ZodError}
 */
export function checkExpiry(expiry: LinkExpiry, now: Date): void {
  if (!("at" in expiry)) return;
  const aheadMs = expiry.at.getTime() - now.getTime();
  if (aheadMs >= LINK_LIFE_MIN_MS && aheadMs <= LINK_DAYS_MAX * DAY_MS) return;
  const message = `must lie 1 minute to ${LINK_DAYS_MAX} days ahead`;
  throw new z.ZodError([{ code: "custom", path: ["expiry", "at"], message, input: expiry.at }]);
}

function wireExpiry(expiry: LinkExpiry): WireBody {
  if ("days" in expiry) return { expire_type: 1, expire_interval: expiry.days };
  return { expire_type: 0, expire_time: Math.floor(expiry.at.getTime() / 1000) };
}

/** Leaves out what was not given. */
function given(fields: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

export function wireGenerateScheme(request: z.infer<typeof GenerateSchemeRequest>): WireBody {
  const { jumpWxa, expiry } = request;
  const jump = jumpWxa && {
    ...given({ path: jumpWxa.path, query: jumpWxa.query }),
    env_version: jumpWxa.envVersion,
  };
  return { ...(jump && { jump_wxa: jump }), is_expire: true, ...wireExpiry(expiry) };
}

export function wireGenerateUrlLink(request: z.infer<typeof GenerateUrlLinkRequest>): WireBody {
  const { expiry, cloudBase, envVersion: version } = request;
  const { resourceAppid, ...cloud } = cloudBase ?? {};
  return {
    ...given({ path: request.path, query: request.query }),
    ...wireExpiry(expiry),
    ...(cloudBase && { cloud_base: given({ ...cloud, resource_appid: resourceAppid }) }),
    env_version: version,
  };
}

export function wireGenerateShortLink(request: z.infer<typeof GenerateShortLinkRequest>): WireBody {
  const { pageUrl, pageTitle, isPermanent } = request;
  return { page_url: pageUrl, ...given({ page_title: pageTitle }), is_permanent: isPermanent };
}

/** `query_type` 0 asks for the link, 1 for the opens left (section 6.2). */
export function wireQueryType(type: z.infer<typeof queryType>): number {
  return type === "info" ? 0 : 1;
}
