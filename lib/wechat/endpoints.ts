/** Whether a call may be made again when nobody knows what became of it. */
export type AfterUnknown =
  /** It reads, or hands the same thing out again. */
  | "yes"
  /** A picture: the very same request costs no second code (section 2.3). */
  | "same_parameters"
  /** Each call takes something that is counted or that stays: a person decides. */
  | "no";

/** One row per call of WeChat's that the client makes. */
export interface Endpoint {
  readonly method: "POST";
  readonly path: string;
  readonly answers: "picture" | "token" | "data";
  /** True when a success counts against the 100,000 codes of the account's life. */
  readonly limited: boolean;
  readonly afterUnknown: AfterUnknown;
  /** Row of docs/wechat-api.md. */
  readonly source: string;
}

export const ENDPOINTS = {
  stable_token: {
    method: "POST",
    path: "/cgi-bin/stable_token",
    answers: "token",
    limited: false,
    afterUnknown: "yes",
    source: "section 1.2",
  },
  getwxacode: {
    method: "POST",
    path: "/wxa/getwxacode",
    answers: "picture",
    limited: true,
    afterUnknown: "same_parameters",
    source: "section 2.1, column A",
  },
  getwxacodeunlimit: {
    method: "POST",
    path: "/wxa/getwxacodeunlimit",
    answers: "picture",
    limited: false,
    afterUnknown: "same_parameters",
    source: "section 2.1, column B",
  },
  createwxaqrcode: {
    method: "POST",
    path: "/cgi-bin/wxaapp/createwxaqrcode",
    answers: "picture",
    limited: true,
    afterUnknown: "same_parameters",
    source: "section 2.1, column C",
  },
  quota_get: {
    method: "POST",
    path: "/cgi-bin/openapi/quota/get",
    answers: "data",
    limited: false,
    afterUnknown: "yes",
    source: "section 6.6",
  },
  clear_quota: {
    method: "POST",
    path: "/cgi-bin/clear_quota",
    answers: "data",
    limited: false,
    afterUnknown: "no",
    source: "section 6.5",
  },
  rid_get: {
    method: "POST",
    path: "/cgi-bin/openapi/rid/get",
    answers: "data",
    limited: false,
    afterUnknown: "yes",
    source: "section 0",
  },
  generatescheme: {
    method: "POST",
    path: "/wxa/generatescheme",
    answers: "data",
    limited: false,
    afterUnknown: "no",
    source: "section 6.1",
  },
  queryscheme: {
    method: "POST",
    path: "/wxa/queryscheme",
    answers: "data",
    limited: false,
    afterUnknown: "yes",
    source: "section 6.2",
  },
  generate_urllink: {
    method: "POST",
    path: "/wxa/generate_urllink",
    answers: "data",
    limited: false,
    afterUnknown: "no",
    source: "section 6.3",
  },
  query_urllink: {
    method: "POST",
    path: "/wxa/query_urllink",
    answers: "data",
    limited: false,
    afterUnknown: "yes",
    source: "section 6.3",
  },
  genwxashortlink: {
    method: "POST",
    path: "/wxa/genwxashortlink",
    answers: "data",
    limited: false,
    afterUnknown: "no",
    source: "section 6.3",
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

type Answering<Kind extends Endpoint["answers"]> = {
  [Name in EndpointName]: (typeof ENDPOINTS)[Name]["answers"] extends Kind ? Name : never;
}[EndpointName];

export type PictureEndpointName = Answering<"picture">;
export type DataEndpointName = Answering<"data">;
