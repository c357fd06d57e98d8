"use client";

import { useTheme } from "next-themes";
import { useEffect, useEffectEvent } from "react";
import { THEME_STORAGE_KEY } from "@/components/layout/theme-storage-key";

/** Brings the appearance a person chose on their account page to a browser in which they chose none. */
export function ProfileTheme({ theme }: { theme: string | null }) {
  const { setTheme } = useTheme();
  const bring = useEffectEvent((theme: string) => {
    if (window.localStorage.getItem(THEME_STORAGE_KEY) === null) setTheme(theme);
  });
  useEffect(() => {
    if (theme) bring(theme);
  }, [theme]);
  return null;
}
