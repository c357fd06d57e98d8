import { z } from "zod";

export interface LinkInfo {
  appid: string;
  path: string;
  query: string;
  createTime: Date;
  /** Null for one of the old links without an end. */
  expireTime: Date | null;
  envVersion: string;
}

/** Which of the two is there depends on the `queryType` that was asked (section 6.2). */
export interface LinkReport {
  info: LinkInfo | null;
  remainVisitQuota: number | null;
}

const Info = z
  .object({
    appid: z.string(),
    path: z.string().default(""),
    query: z.string().default(""),
    create_time: z.number(),
    expire_time: z.number().default(0),
    env_version: z.string().default("release"),
  })
  .transform((wire): LinkInfo => ({
    appid: wire.appid,
    path: wire.path,
    query: wire.query,
    createTime: new Date(wire.create_time * 1000),
    expireTime: wire.expire_time === 0 ? null : new Date(wire.expire_time * 1000),
    envVersion: wire.env_version,
  }));

const Quota = z.object({ remain_visit_quota: z.number() });

export const SchemeAnswer = z.object({ openlink: z.string().min(1) });
export const UrlLinkAnswer = z.object({ url_link: z.string().min(1) });
export const ShortLinkAnswer = z.object({ link: z.string().min(1) });

export const SchemeReportAnswer = z
  .object({ scheme_info: Info.nullish(), quota_info: Quota.nullish() })
  .refine(({ scheme_info: info, quota_info: quota }) => info ?? quota)
  .transform((wire) => report(wire.scheme_info, wire.quota_info));

/** By analogy with `scheme_info`: the contract names the call but not its fields (section 6.3). */
export const UrlLinkReportAnswer = z
  .object({ url_link_info: Info.nullish(), quota_info: Quota.nullish() })
  .refine(({ url_link_info: info, quota_info: quota }) => info ?? quota)
  .transform((wire) => report(wire.url_link_info, wire.quota_info));

function report(
  info: LinkInfo | null | undefined,
  quota: z.infer<typeof Quota> | null | undefined,
): LinkReport {
  return { info: info ?? null, remainVisitQuota: quota?.remain_visit_quota ?? null };
}
