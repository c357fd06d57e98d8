"use client";

import { useFormContext } from "react-hook-form";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";

/** The form of a new code, from wherever inside it. */
export function useMintForm() {
  return useFormContext<MintFormValues, unknown, MintFormValues>();
}
