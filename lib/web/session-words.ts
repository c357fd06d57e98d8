import { userAgentFromString } from "next/server";
import type { SessionRow } from "@/lib/people/profile-schema";

/** A session as its owner recognises it. */
export interface SessionWords extends Omit<SessionRow, "userAgent"> {
  /** Such as “Chrome 131”; null when the browser does not say. */
  browser: string | null;
  /** Such as “Windows 10”. */
  system: string | null;
  isPhone: boolean;
}

/** A session with its browser and system in words. */
export function sessionWords({ userAgent, ...session }: SessionRow): SessionWords {
  const { browser, os, device } = userAgentFromString(userAgent);
  return {
    ...session,
    browser: nameAndVersion(browser.name, browser.version?.split(".")[0]),
    system: nameAndVersion(os.name, os.version),
    isPhone: device.type === "mobile" || device.type === "tablet",
  };
}

function nameAndVersion(name: string | undefined, version: string | undefined): string | null {
  return [name, version].filter(Boolean).join(" ") || null;
}
