import { callForData, type AccountLine, type CallOptions } from "./call-with-token";
import type { Clock } from "./clock";
import {
  type LinkReport,
  SchemeAnswer,
  SchemeReportAnswer,
  ShortLinkAnswer,
  UrlLinkAnswer,
  UrlLinkReportAnswer,
} from "./link-answers";
import {
  checkExpiry,
  type GenerateSchemeInput,
  GenerateSchemeRequest,
  type GenerateShortLinkInput,
  GenerateShortLinkRequest,
  type GenerateUrlLinkInput,
  GenerateUrlLinkRequest,
  type QuerySchemeInput,
  QuerySchemeRequest,
  type QueryUrlLinkInput,
  QueryUrlLinkRequest,
  wireGenerateScheme,
  wireGenerateShortLink,
  wireGenerateUrlLink,
  wireQueryType,
} from "./link-requests";

/** Links into a mini program (sections 6.1 to 6.3). Errors as for the image calls. */
export interface LinkCalls {
  /** A `weixin://` address. */
  generateScheme(input: GenerateSchemeInput, options?: CallOptions): Promise<{ openLink: string }>;
  queryScheme(input: QuerySchemeInput, options?: CallOptions): Promise<LinkReport>;
  /** An `https://` address that opens the mini program. */
  generateUrlLink(input: GenerateUrlLinkInput, options?: CallOptions): Promise<{ urlLink: string }>;
  queryUrlLink(input: QueryUrlLinkInput, options?: CallOptions): Promise<LinkReport>;
  /** A `#小程序://` text for chats. */
  generateShortLink(
    input: GenerateShortLinkInput,
    options?: CallOptions,
  ): Promise<{ link: string }>;
}

export function linkCalls(account: AccountLine, clock: Clock): LinkCalls {
  return {
    async generateScheme(input, options) {
      const request = GenerateSchemeRequest.parse(input);
      checkExpiry(request.expiry, clock.now());
      const body = wireGenerateScheme(request);
      const call = { endpoint: "generatescheme", body, answer: SchemeAnswer } as const;
      return { openLink: (await callForData(account, call, options)).openlink };
    },
    async queryScheme(input, options) {
      const { scheme, queryType } = QuerySchemeRequest.parse(input);
      const body = { scheme, query_type: wireQueryType(queryType) };
      const call = { endpoint: "queryscheme", body, answer: SchemeReportAnswer } as const;
      return callForData(account, call, options);
    },
    async generateUrlLink(input, options) {
      const request = GenerateUrlLinkRequest.parse(input);
      checkExpiry(request.expiry, clock.now());
      const body = wireGenerateUrlLink(request);
      const call = { endpoint: "generate_urllink", body, answer: UrlLinkAnswer } as const;
      return { urlLink: (await callForData(account, call, options)).url_link };
    },
    async queryUrlLink(input, options) {
      const { urlLink, queryType } = QueryUrlLinkRequest.parse(input);
      const body = { url_link: urlLink, query_type: wireQueryType(queryType) };
      const call = { endpoint: "query_urllink", body, answer: UrlLinkReportAnswer } as const;
      return callForData(account, call, options);
    },
    async generateShortLink(input, options) {
      const body = wireGenerateShortLink(GenerateShortLinkRequest.parse(input));
      const call = { endpoint: "genwxashortlink", body, answer: ShortLinkAnswer } as const;
      return callForData(account, call, options);
    },
  };
}
