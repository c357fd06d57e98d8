"use client";

import { useFormContext } from "react-hook-form";
import type { PackFormValues } from "@/components/packs/new/pack-form-values";

/** The form of a new pack, from wherever inside it. */
export function usePackForm() {
  return useFormContext<PackFormValues, unknown, PackFormValues>();
}
