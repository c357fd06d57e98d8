"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import type { TemplateDesign } from "@/lib/packs/template-schema";
import type { PublicError } from "@/lib/web/public-error";

const PATIENCE_MS = 300;
const PREVIEW_PIXELS = 800;
/** A picture is small, but one is made for every pause in typing. */
const KEPT_MS = 20_000;

type Answer = { picture: string } | { refusal: PublicError };

async function askPreview(body: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch("/api/packs/templates/preview", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
    signal,
  });
  if (!response.ok) return { refusal: (await response.json()) as PublicError };
  return { picture: await dataUrlOf(await response.blob()) };
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("unreadable")));
    reader.readAsDataURL(blob);
  });
}

export interface LookPreview {
  /** The last picture that could be drawn. */
  picture: string | null;
  /** Why the newest could not. */
  problem: { reason: string; values: Record<string, string | number> } | null;
  isDrawing: boolean;
}

/** How a look comes out with a real code, drawn by the server when typing pauses. */
export function useLookPreview(look: TemplateDesign, codeId: string | null): LookPreview {
  const body = JSON.stringify({ look, codeId, pixelWidth: PREVIEW_PIXELS });
  const settled = useDebounced(body, PATIENCE_MS);
  const { data, isError, isFetching } = useQuery({
    queryKey: ["look-preview", settled],
    queryFn: ({ signal }) => askPreview(settled, signal),
    placeholderData: keepPreviousData,
    staleTime: KEPT_MS,
    gcTime: KEPT_MS,
  });
  const refusal = data && "refusal" in data ? data.refusal : null;
  return {
    picture: data && "picture" in data ? data.picture : null,
    problem: isError ? { reason: "unreachable", values: {} } : refusal,
    isDrawing: isFetching || body !== settled,
  };
}
