"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MintForm, NO_REQUEST_KEY, toMintInput } from "@/components/codes/mint/mint-form-values";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { useDebounced } from "@/components/codes/mint/use-debounced";
import type { MintPrice } from "@/lib/codes/schema";

const PATIENCE_MS = 400;
/** First part of the key under which prices are kept. */
export const PRICE_KEY = "mint-price";

/** The body of a price question; null while the form lacks what decides the price. */
function questionOf(values: MintFormValues): string | null {
  // Neither the name nor the reason changes the price, so it is known before they are written.
  const asked = { ...values, label: values.label || "—", reason: values.reason || "—" };
  if (!MintForm.safeParse(asked).success) return null;
  return JSON.stringify(toMintInput(asked, NO_REQUEST_KEY));
}

async function askPrice(body: string, signal: AbortSignal): Promise<MintPrice | null> {
  const response = await fetch("/api/codes/price", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
    signal,
  });
  if (response.status === 422) return null;
  if (!response.ok) throw new Error(`the price could not be asked: ${response.status}`);
  return response.json() as Promise<MintPrice>;
}

export type PriceState =
  | { is: "incomplete" | "asking" | "failed"; price: null }
  | { is: "known" | "refreshing"; price: MintPrice };

/** What minting this form would cost now, asked when typing pauses. */
export function usePrice(values: MintFormValues): PriceState {
  const question = questionOf(values);
  const settled = useDebounced(question, PATIENCE_MS);
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: [PRICE_KEY, settled],
    queryFn: ({ signal }) => (settled === null ? null : askPrice(settled, signal)),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  if (question === null) return { is: "incomplete", price: null };
  if (isError) return { is: "failed", price: null };
  if (data)
    return { is: isPlaceholderData || question !== settled ? "refreshing" : "known", price: data };
  return { is: data === null && question === settled ? "incomplete" : "asking", price: null };
}
