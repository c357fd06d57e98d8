/** An address as the log tells it: what stands behind the question mark is often a key. */
export function urlInLog(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}
