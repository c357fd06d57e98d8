"use client";

import { useMutation } from "@tanstack/react-query";
import { postJson } from "@/components/batches/new/post-json";
import type { BatchCheck, MendCellInput } from "@/lib/batches/draft-schema";
import type { PublicError } from "@/lib/web/public-error";

const UNREACHABLE: PublicError = {
  code: "unexpected",
  reason: "unreachable",
  values: {},
  requestId: "",
};

interface MendOptions {
  draftId: string;
  onMended: (check: BatchCheck) => void;
  /** The rows were changed elsewhere: they have to be checked anew. */
  onStale: () => void;
}

/** Puts cells of a draft right, one after the other: each makes another revision of the sheet. */
export function useMendCell({ draftId, onMended, onStale }: MendOptions) {
  const { mutate, data, variables, isError, isPending } = useMutation({
    scope: { id: "mend-cell" },
    mutationFn: ({ draftId: of, ...cell }: MendCellInput) =>
      postJson<BatchCheck>(`/api/batches/drafts/${of}/cells`, cell),
    onSuccess: (answer) => {
      if (answer.ok) onMended(answer.data);
      else if (answer.error.reason === "draftStale" || answer.error.code === "not_found") onStale();
    },
  });
  const refused = data && !data.ok ? data.error : null;
  // What a new look has overtaken is no problem any more.
  const problem = variables?.draftId !== draftId ? null : isError ? UNREACHABLE : refused;
  const mend = (cell: Omit<MendCellInput, "draftId">) => mutate({ draftId, ...cell });
  return { mend, isPending, problem };
}
