"use client";

import { useRef, useState } from "react";
import type { ActionResult } from "@/lib/web/define-action";
import type { PublicError } from "@/lib/web/public-error";

const UNREACHABLE: PublicError = {
  code: "unexpected",
  reason: "unreachable",
  values: {},
  requestId: "",
};

/** Runs a server action once at a time; keeps its failure for the banner. */
export function useAction<Input, Data>(action: (input: Input) => Promise<ActionResult<Data>>) {
  const [problem, setProblem] = useState<PublicError | null>(null);
  const [isPending, setPending] = useState(false);
  const running = useRef(false);

  /** The answer, or null when it failed or one is still under way. */
  async function run(input: Input): Promise<{ data: Data } | null> {
    if (running.current) return null;
    running.current = true;
    setPending(true);
    setProblem(null);
    try {
      const result = await action(input);
      if (result.ok) return { data: result.data };
      setProblem(result.error);
      return null;
    } catch {
      setProblem(UNREACHABLE);
      return null;
    } finally {
      running.current = false;
      setPending(false);
    }
  }

  return { run, isPending, problem, clearProblem: () => setProblem(null) };
}
