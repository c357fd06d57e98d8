/** Set by proxy.ts: path and query the browser asked for. */
export const PATH_HEADER = "x-mintdesk-path";
/** Set by bin/web.mjs from the socket; whatever a client sends under this name is dropped there. */
export const ADDRESS_HEADER = "x-mintdesk-address";
/** Set by proxy.ts: what the page's scripts have to bear. */
export const NONCE_HEADER = "x-mintdesk-nonce";
/** A request's own id; programs may bring one, and every answer of the API says it. */
export const REQUEST_ID_HEADER = "x-request-id";
