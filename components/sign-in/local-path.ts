/** Where to go after signing in: a path of ours, whatever the address says; else the overview. */
export function localPath(wanted: string | string[] | undefined): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return "/";
  try {
    const base = "http://desk.invalid";
    const url = new URL(wanted, base);
    return url.origin === base && !url.pathname.startsWith("//") && url.pathname !== "/sign-in"
      ? url.pathname + url.search + url.hash
      : "/";
  } catch {
    return "/";
  }
}
