import type { CodeKind } from "./code-request";

/** Endpoints by the last segment of their path; faults, rates and the log use these names. */
export const ENDPOINTS = [
  "token",
  "stable_token",
  "getwxacode",
  "getwxacodeunlimit",
  "createwxaqrcode",
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

export const ENDPOINT_PATHS: Readonly<Record<Endpoint, string>> = {
  token: "/cgi-bin/token",
  stable_token: "/cgi-bin/stable_token",
  getwxacode: "/wxa/getwxacode",
  getwxacodeunlimit: "/wxa/getwxacodeunlimit",
  createwxaqrcode: "/cgi-bin/wxaapp/createwxaqrcode",
};

export const CODE_ENDPOINTS: Readonly<Record<CodeKind, Endpoint>> = {
  A: "getwxacode",
  B: "getwxacodeunlimit",
  C: "createwxaqrcode",
};
