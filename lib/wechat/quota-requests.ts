import { z } from "zod";

/** `POST /cgi-bin/openapi/quota/get` (section 6.6): a path without host; `/sns/` is not known there. */
export const GetQuotaRequest = z.strictObject({
  cgiPath: z
    .string()
    .regex(/^\/[^/?#\s][^?#\s]*$/, {
      error: "must be a path that begins with one / and holds no query",
    })
    .refine((path) => !path.startsWith("/sns/"), { error: "must not be below /sns/" }),
});
export type GetQuotaInput = z.input<typeof GetQuotaRequest>;

/** `POST /cgi-bin/openapi/rid/get` (section 0). */
export const GetRidRequest = z.strictObject({
  rid: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/i, {
    error: "must be three groups of eight hexadecimal digits",
  }),
});
export type GetRidInput = z.input<typeof GetRidRequest>;

/** `POST /cgi-bin/clear_quota` (section 6.5): 10 a month, so a person's name must stand for it. */
export const ClearQuotaRequest = z.strictObject({ confirmedBy: z.string().trim().min(1).max(200) });
export type ClearQuotaInput = z.input<typeof ClearQuotaRequest>;

/** Calls of one API today. WeChat's figures lag by about 1 % (section 6.6). */
export interface ApiQuota {
  quota: { dailyLimit: number; used: number; remain: number };
  /** Null when WeChat names no rate. */
  rateLimit: RateLimit | null;
  componentRateLimit: RateLimit | null;
}

export interface RateLimit {
  callCount: number;
  refreshSecond: number;
}

const RateLimitAnswer = z
  .object({ call_count: z.number(), refresh_second: z.number() })
  .transform((wire): RateLimit => ({
    callCount: wire.call_count,
    refreshSecond: wire.refresh_second,
  }))
  .nullish()
  .transform((rate) => rate ?? null);

export const QuotaAnswer = z
  .object({
    quota: z.object({ daily_limit: z.number(), used: z.number(), remain: z.number() }),
    rate_limit: RateLimitAnswer,
    component_rate_limit: RateLimitAnswer,
  })
  .transform((wire): ApiQuota => {
    const { daily_limit: dailyLimit, used, remain } = wire.quota;
    const { rate_limit: rateLimit, component_rate_limit: componentRateLimit } = wire;
    return { quota: { dailyLimit, used, remain }, rateLimit, componentRateLimit };
  });

/** A call as WeChat saw it, kept for 7 days (section 0). Tokens in its texts are taken out. */
export interface RidReport {
  invokeTime: Date;
  costInMs: number;
  requestUrl: string;
  requestBody: string;
  responseBody: string;
  clientIp: string;
}

export const RidAnswer = z
  .object({
    request: z.object({
      invoke_time: z.number(),
      cost_in_ms: z.number(),
      request_url: z.string(),
      request_body: z.string().default(""),
      response_body: z.string().default(""),
      client_ip: z.string().default(""),
    }),
  })
  .transform(({ request }): RidReport => ({
    invokeTime: new Date(request.invoke_time * 1000),
    costInMs: request.cost_in_ms,
    requestUrl: request.request_url,
    requestBody: request.request_body,
    responseBody: request.response_body,
    clientIp: request.client_ip,
  }));

/** An answer of which only the errcode matters. */
export const DoneAnswer = z.object({ errcode: z.literal(0) }).transform(() => null);
