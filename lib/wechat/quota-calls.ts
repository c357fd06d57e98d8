import { callForData, type AccountLine, type CallOptions, withoutTokens } from "./call-with-token";
import {
  type ApiQuota,
  type ClearQuotaInput,
  ClearQuotaRequest,
  DoneAnswer,
  type GetQuotaInput,
  GetQuotaRequest,
  type GetRidInput,
  GetRidRequest,
  QuotaAnswer,
  RidAnswer,
  type RidReport,
} from "./quota-requests";

/** Looking at what WeChat has counted (sections 0, 6.5 and 6.6). Errors as for the image calls. */
export interface QuotaCalls {
  /** Today's calls of one API, such as `{ cgiPath: "/wxa/getwxacode" }`. */
  getQuota(input: GetQuotaInput, options?: CallOptions): Promise<ApiQuota>;
  /**
   * Sets the daily call counters back, 10 times a month at most (48006); the 100,000 stay used.
   * `confirmedBy` names the person who decided it and is not sent.
   */
  clearQuota(input: ClearQuotaInput, options?: CallOptions): Promise<void>;
  /** What WeChat keeps of a call for 7 days; 76001 when it is gone. */
  getRid(input: GetRidInput, options?: CallOptions): Promise<RidReport>;
}

export function quotaCalls(account: AccountLine, appId: string): QuotaCalls {
  return {
    async getQuota(input, options) {
      const { cgiPath } = GetQuotaRequest.parse(input);
      const body = { cgi_path: cgiPath };
      return callForData(account, { endpoint: "quota_get", body, answer: QuotaAnswer }, options);
    },
    async clearQuota(input, options) {
      ClearQuotaRequest.parse(input);
      const body = { appid: appId };
      await callForData(account, { endpoint: "clear_quota", body, answer: DoneAnswer }, options);
    },
    async getRid(input, options) {
      const body = GetRidRequest.parse(input);
      const call = { endpoint: "rid_get", body, answer: RidAnswer } as const;
      const report = await callForData(account, call, options);
      const { requestUrl, requestBody, responseBody } = report;
      return {
        ...report,
        requestUrl: withoutTokens(requestUrl),
        requestBody: withoutTokens(requestBody),
        responseBody: withoutTokens(responseBody),
      };
    },
  };
}
