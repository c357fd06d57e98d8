"use client";

import { signIn } from "next-auth/react";
import { useRef, useState } from "react";
import { z } from "zod";
import type { SignInInput } from "@/lib/people/schema";

const Refusal = z.object({
  reason: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
type Refusal = z.infer<typeof Refusal>;

/** next-auth hands our reason through as JSON; anything else is its own failure. */
function refusalOf(error: string): Refusal {
  try {
    const refusal = Refusal.parse(JSON.parse(error));
    return refusal.reason === "unexpected" ? { reason: "signInFailed", values: {} } : refusal;
  } catch {
    return { reason: "signInFailed", values: {} };
  }
}

/** Signs in and goes to `next`, or keeps the reason why not. */
export function useSignIn(next: string) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const running = useRef(false);

  /** False when it was refused; true means the browser is on its way. */
  async function enter(input: SignInInput): Promise<boolean> {
    if (running.current) return true;
    running.current = true;
    setPending(true);
    setRefusal(null);
    try {
      const answer = await signIn("credentials", { ...input, redirect: false });
      if (answer?.ok && !answer.error) {
        // A full load, so that nothing of an earlier person's screens is left in memory.
        window.location.assign(next);
        return true;
      }
      setRefusal(refusalOf(answer?.error ?? ""));
    } catch {
      setRefusal({ reason: "unreachable", values: {} });
    }
    running.current = false;
    setPending(false);
    return false;
  }

  return { enter, isPending, refusal };
}
