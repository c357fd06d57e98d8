"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { postJson } from "@/components/batches/new/post-json";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import { toPreviewOptions } from "@/components/packs/new/pack-form-values";
import type { PackFormValues } from "@/components/packs/new/pack-form-values";
import type { PackPreview } from "@/lib/packs/pack-view";
import type { PackSelection } from "@/lib/packs/schema";
import type { PublicError } from "@/lib/web/public-error";

const PATIENCE_MS = 400;

export interface PackPreviewState {
  /** What was known last; it stays while another answer is on its way or was refused. */
  preview: PackPreview | null;
  /** Why the newest question was refused. */
  problem: PublicError | null;
  isLost: boolean;
  isCurrent: boolean;
}

/** How many codes would be in the pack and how its files would be called, asked when typing pauses. */
export function usePackPreview(selection: PackSelection, values: PackFormValues): PackPreviewState {
  const question = JSON.stringify({ selection, options: toPreviewOptions(values) });
  const settled = useDebounced(question, PATIENCE_MS);
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ["pack-preview", settled],
    queryFn: ({ signal }) =>
      postJson<PackPreview>("/api/packs/preview", JSON.parse(settled), signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const [known, setKnown] = useState<PackPreview | null>(null);
  if (data?.ok && data.data !== known) setKnown(data.data);
  return {
    preview: known,
    problem: data && !data.ok ? data.error : null,
    isLost: isError,
    isCurrent: question === settled && !isPlaceholderData && data?.ok === true,
  };
}
