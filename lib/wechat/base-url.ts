/** An address as a base: what the host is, and a path that is put before every call's. */
export function parseBaseUrl(baseUrl: string): { origin: string; prefix: string } {
  const url = new URL(baseUrl);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new TypeError("baseUrl must be an http or https address");
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError("baseUrl must hold neither credentials nor a query");
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, "") };
}
