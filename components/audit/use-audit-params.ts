"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { AUDIT_PARAMS } from "@/components/audit/audit-params";
import type { AuditParams } from "@/components/audit/audit-params";

/** The question in the address, and the way to another one; a new filter starts at the newest entry. */
export function useAuditParams() {
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(AUDIT_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const ask = (changes: Partial<AuditParams>) => void setParams({ cursor: null, ...changes });
  return { params, ask, clear: () => void setParams(null), isReading };
}
