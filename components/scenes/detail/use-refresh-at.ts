"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Timers of a browser reach no further. */
const MOST_MS = 2 ** 31 - 1;
/** The desk's clock may be a little behind this one. */
const GRACE_MS = 1_000;

/** Reads the page anew when the moment has come, as at a planned change. */
export function useRefreshAt(at: Date | null) {
  const router = useRouter();
  const moment = at?.getTime() ?? null;
  useEffect(() => {
    if (moment === null) return;
    const wait = Math.max(0, moment - Date.now()) + GRACE_MS;
    if (wait > MOST_MS) return;
    const timer = setTimeout(() => router.refresh(), wait);
    return () => clearTimeout(timer);
  }, [moment, router]);
}
