"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { CODE_LIST_PARAMS } from "@/components/codes/list/code-list-params";
import type { CodeListParams } from "@/components/codes/list/code-list-params";

type Change = { [Name in keyof CodeListParams]?: CodeListParams[Name] | null };

/** The list's state in the address; `isReading` while the server answers a change. */
export function useCodeList() {
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(CODE_LIST_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  /** Any other question starts at its newest answer. */
  const ask = (change: Change) => void setParams({ cursor: null, ...change });
  return { params, ask, isReading };
}
