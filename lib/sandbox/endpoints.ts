import type { CodeKind } from "./code-request";

/** Endpoints by the last segment of their path, or the last two where one says too little; faults, rates and the log use these names. */
export const ENDPOINTS = [
  "token",
  "stable_token",
  "getwxacode",
  "getwxacodeunlimit",
  "createwxaqrcode",
  "quota_get",
  "clear_quota",
  "rid_get",
  "generatescheme",
  "queryscheme",
  "generate_urllink",
  "query_urllink",
  "genwxashortlink",
  "api_start_push_ticket",
  "api_component_token",
  "api_create_preauthcode",
  "api_query_auth",
  "api_authorizer_token",
  "api_get_authorizer_list",
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

export const ENDPOINT_PATHS: Readonly<Record<Endpoint, string>> = {
  token: "/cgi-bin/token",
  stable_token: "/cgi-bin/stable_token",
  getwxacode: "/wxa/getwxacode",
  getwxacodeunlimit: "/wxa/getwxacodeunlimit",
  createwxaqrcode: "/cgi-bin/wxaapp/createwxaqrcode",
  quota_get: "/cgi-bin/openapi/quota/get",
  clear_quota: "/cgi-bin/clear_quota",
  rid_get: "/cgi-bin/openapi/rid/get",
  generatescheme: "/wxa/generatescheme",
  queryscheme: "/wxa/queryscheme",
  generate_urllink: "/wxa/generate_urllink",
  query_urllink: "/wxa/query_urllink",
  genwxashortlink: "/wxa/genwxashortlink",
  api_start_push_ticket: "/cgi-bin/component/api_start_push_ticket",
  api_component_token: "/cgi-bin/component/api_component_token",
  api_create_preauthcode: "/cgi-bin/component/api_create_preauthcode",
  api_query_auth: "/cgi-bin/component/api_query_auth",
  api_authorizer_token: "/cgi-bin/component/api_authorizer_token",
  api_get_authorizer_list: "/cgi-bin/component/api_get_authorizer_list",
};

export const CODE_ENDPOINTS: Readonly<Record<CodeKind, Endpoint>> = {
  A: "getwxacode",
  B: "getwxacodeunlimit",
  C: "createwxaqrcode",
};

/** One value per endpoint. */
export function mapEndpoints<T>(value: (name: Endpoint) => T): Record<Endpoint, T> {
  return Object.fromEntries(ENDPOINTS.map((name) => [name, value(name)])) as Record<Endpoint, T>;
}
