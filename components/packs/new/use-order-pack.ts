"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { RequestKeys } from "@/components/codes/mint/request-key";
import { fieldOf, toPackOptions } from "@/components/packs/new/pack-form-values";
import type { PackFormValues } from "@/components/packs/new/pack-form-values";
import { useAction } from "@/components/ui/use-action";
import type { OrderPackInput, PackSelection } from "@/lib/packs/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type OrderPack = (input: OrderPackInput) => Promise<ActionResult<{ packId: string }>>;

interface OrderOptions {
  form: UseFormReturn<PackFormValues, unknown, PackFormValues>;
  selection: PackSelection;
  orderPack: OrderPack;
  onOrdered: () => void;
}

/**
 * Orders a filled-in form once at a time. The same form keeps its key, so that a second click or a lost
 * answer finds the first one's pack. The form stays as it is until the pack is open.
 */
export function useOrderPack({ form, selection, orderPack, onOrdered }: OrderOptions) {
  const router = useRouter();
  const keys = useRef(new RequestKeys());
  const ordering = useAction(orderPack);
  const [isLeaving, setLeaving] = useState(false);

  async function order(values: PackFormValues) {
    const options = toPackOptions(values);
    if (!options) return;
    const { name } = values;
    const requestKey = keys.current.keyFor({ selection, options, name });
    const answer = await ordering.run({ selection, options, name, requestKey });
    if (!answer) return;
    keys.current.answered();
    onOrdered();
    setLeaving(true);
    router.push(`/packs/${answer.data.packId}`);
  }

  const { problem } = ordering;
  const { setFocus, getValues } = form;
  useEffect(() => {
    const field = problem?.field && fieldOf(problem.field, getValues("form"));
    if (field) setFocus(field);
  }, [problem, setFocus, getValues]);

  return { order, isPending: ordering.isPending || isLeaving, problem };
}

export type OrderPackState = ReturnType<typeof useOrderPack>;
