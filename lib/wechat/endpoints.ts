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
  /** The fields of a GET stand in its query. */
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly answers: "picture" | "token" | "data";
  /** True when a success counts against the 100,000 codes of the account's life. */
  readonly limited: boolean;
  readonly afterUnknown: AfterUnknown;
  /** A third-party platform's own call: its token goes by another name (section 5). */
  readonly ofPlatform?: true;
  /** Row of docs/wechat-api.md. */
  readonly source: string;
}

export const ENDPOINTS = {
  token: {
    method: "GET",
    path: "/cgi-bin/token",
    answers: "token",
    limited: false,
    // One more token; the one before works for five more minutes.
    afterUnknown: "yes",
    source: "section 1.1",
  },
  stable_token: {
    method: "POST",
    path: "/cgi-bin/stable_token",
    answers: "token",
    limited: false,
    afterUnknown: "yes",
    source: "section 1.2",
  },
  /** Not WeChat's and never sent from here: what errors call a company's own token server. */
  token_server: {
    method: "GET",
    path: "",
    answers: "token",
    limited: false,
    afterUnknown: "yes",
    source: "section 1.1, consequence",
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
  api_start_push_ticket: {
    method: "POST",
    path: "/cgi-bin/component/api_start_push_ticket",
    answers: "data",
    limited: false,
    afterUnknown: "yes",
    ofPlatform: true,
    source: "section 5",
  },
  api_component_token: {
    method: "POST",
    path: "/cgi-bin/component/api_component_token",
    answers: "token",
    limited: false,
    afterUnknown: "yes",
    ofPlatform: true,
    source: "section 5",
  },
  api_create_preauthcode: {
    method: "POST",
    path: "/cgi-bin/component/api_create_preauthcode",
    answers: "data",
    limited: false,
    afterUnknown: "yes",
    ofPlatform: true,
    source: "section 5",
  },
  api_query_auth: {
    method: "POST",
    path: "/cgi-bin/component/api_query_auth",
    answers: "data",
    limited: false,
    // The code may be spent; what it stood for is in the list of authorisers.
    afterUnknown: "no",
    ofPlatform: true,
    source: "section 5",
  },
  api_authorizer_token: {
    method: "POST",
    path: "/cgi-bin/component/api_authorizer_token",
    answers: "data",
    limited: false,
    // A refresh token lost with the answer shows as 61023, and the list gives it back.
    afterUnknown: "yes",
    ofPlatform: true,
    source: "section 5",
  },
  api_get_authorizer_list: {
    method: "POST",
    path: "/cgi-bin/component/api_get_authorizer_list",
    answers: "data",
    limited: false,
    afterUnknown: "yes",
    ofPlatform: true,
    source: "section 5",
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

type Answering<Kind extends Endpoint["answers"]> = {
  [Name in EndpointName]: (typeof ENDPOINTS)[Name]["answers"] extends Kind ? Name : never;
}[EndpointName];

/** Whether a call is made by a third-party platform for itself and not for a mini program. */
export function isOfPlatform(name: EndpointName): boolean {
  const endpoint: Endpoint = ENDPOINTS[name];
  return endpoint.ofPlatform === true;
}

export type PictureEndpointName = Answering<"picture">;
export type DataEndpointName = Answering<"data">;
