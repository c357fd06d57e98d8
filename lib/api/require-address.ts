import { ApiError } from "@/lib/api/problem";

/** Throws ApiError `bad_request` for an address whose path or query cannot be decoded to text that can be kept. */
export function requireAddress(request: Request): void {
  const { pathname, search } = new URL(request.url);
  for (const part of [pathname, search]) {
    if (/%00/.test(part) || !isDecodable(part)) throw new ApiError("bad_request", "addressOdd");
  }
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
