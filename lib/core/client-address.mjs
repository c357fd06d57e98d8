/**
 * Where a request came from: the socket's address, or what the nearest proxy says of it when one is
 * trusted. What clients claim themselves is ignored. Plain JavaScript, because bin/web.mjs runs without a compiler.
 * @param {import("node:http").IncomingMessage} request
 * @param {boolean} isBehindProxy
 * @returns {string}
 */
export function clientAddress(request, isBehindProxy) {
  const fromSocket = request.socket.remoteAddress ?? "unknown";
  if (!isBehindProxy) return fromSocket;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "");
  return forwarded.split(",").at(-1)?.trim() || fromSocket;
}
