"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { LEDGER_PARAMS } from "@/components/quota/ledger/ledger-params";
import type { LedgerParams } from "@/components/quota/ledger/ledger-params";

/** The question in the address, and the way to another one; a new filter starts at the newest line. */
export function useLedgerParams() {
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(LEDGER_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const ask = (changes: Partial<LedgerParams>) => void setParams({ cursor: null, ...changes });
  return { params, ask, clear: () => void setParams(null), isReading };
}
