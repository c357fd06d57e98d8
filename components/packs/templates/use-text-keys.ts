"use client";

import { useQuery } from "@tanstack/react-query";
import { readCode } from "@/components/codes/words/read-code";
import { TEXT_KEYS } from "@/lib/packs/template-schema";

const KEYS_MAX = 12;

/** Names a text may have in it: ours, and those of the shown code's payload. */
export function useTextKeys(codeId: string | null): readonly string[] {
  const { data } = useQuery({
    queryKey: ["look-sample", codeId],
    queryFn: ({ signal }) => (codeId ? readCode(codeId, signal) : null),
    enabled: codeId !== null,
  });
  const payload = data?.payload;
  const own =
    typeof payload === "object" && payload !== null && !Array.isArray(payload)
      ? Object.keys(payload).filter((key) => !/[{}]/.test(key) && key.trim() !== "")
      : [];
  return [...new Set([...TEXT_KEYS, ...own.slice(0, KEYS_MAX)])];
}
