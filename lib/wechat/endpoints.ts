/** One row per call of WeChat's that the client makes. */
export interface Endpoint {
  readonly method: "POST";
  readonly path: string;
  readonly answers: "picture" | "token";
  /** True when a success counts against the 100,000 codes of the account's life. */
  readonly limited: boolean;
  /** Row of docs/wechat-api.md. */
  readonly source: string;
}

export const ENDPOINTS = {
  stable_token: {
    method: "POST",
    path: "/cgi-bin/stable_token",
    answers: "token",
    limited: false,
    source: "section 1.2",
  },
  getwxacode: {
    method: "POST",
    path: "/wxa/getwxacode",
    answers: "picture",
    limited: true,
    source: "section 2.1, column A",
  },
  getwxacodeunlimit: {
    method: "POST",
    path: "/wxa/getwxacodeunlimit",
    answers: "picture",
    limited: false,
    source: "section 2.1, column B",
  },
  createwxaqrcode: {
    method: "POST",
    path: "/cgi-bin/wxaapp/createwxaqrcode",
    answers: "picture",
    limited: true,
    source: "section 2.1, column C",
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;
export type PictureEndpointName = Exclude<EndpointName, "stable_token">;
