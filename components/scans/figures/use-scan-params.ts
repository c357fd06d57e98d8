"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { SCAN_PARAMS } from "@/components/scans/figures/scan-params";
import type { ScanParams } from "@/components/scans/figures/scan-params";

type Changes = { [Name in keyof ScanParams]?: ScanParams[Name] | null };

/** The question in the address, and the way to another one; a new one starts at the newest code. */
export function useScanParams() {
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(SCAN_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const ask = (changes: Changes) => void setParams({ cursor: null, ...changes });
  return { params, ask, isReading };
}
