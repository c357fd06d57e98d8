"use client";

import { useTranslations } from "next-intl";

/** WeChat's number for how a mini program was opened, with its meaning where it is well known. */
export function useSceneValueWords(): (sceneValue: number | null) => string {
  const t = useTranslations("scans.sceneValues");
  return (sceneValue) => {
    if (sceneValue === null) return t("none");
    const key = String(sceneValue);
    return t.has(key) ? `${key} · ${t(key)}` : key;
  };
}
