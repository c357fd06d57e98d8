"use client";

import { toast } from "@heroui/react";
import { useRouter } from "next/navigation";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/web/define-action";

/** An action after which every figure on the screen is read anew, and a word says that it is done. */
export function useRefreshingAction<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
) {
  const router = useRouter();
  const { run, ...state } = useAction(action);

  async function runAndRefresh(input: Input, done: string): Promise<boolean> {
    const answer = await run(input);
    // A refusal, too, may come from figures that have changed meanwhile.
    router.refresh();
    if (answer) toast.success(done);
    return answer !== null;
  }

  return { ...state, run: runAndRefresh };
}
