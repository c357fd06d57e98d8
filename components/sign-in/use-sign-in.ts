"use client";

import { signIn } from "next-auth/react";
import { useRef, useState } from "react";
import { z } from "zod";
import type { SignInInput } from "@/lib/people/schema";

const Refusal = z.object({
  reason: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Refusal = z.infer<typeof Refusal>;

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

  /** Why it was refused; null means the browser is on its way. */
  async function enter(input: SignInInput): Promise<Refusal | null> {
    if (running.current) return null;
    running.current = true;
    setPending(true);
    setRefusal(null);
    const refused = await tryToEnter(input);
    if (refused === null) {
      // A full load, so that nothing of an earlier person's screens is left in memory.
      window.location.assign(next);
      return null;
    }
    setRefusal(refused);
    running.current = false;
    setPending(false);
    return refused;
  }

  return { enter, isPending, refusal, clearRefusal: () => setRefusal(null) };
}

async function tryToEnter({ email, password, code = "" }: SignInInput): Promise<Refusal | null> {
  try {
    const answer = await signIn("credentials", { email, password, code, redirect: false });
    return answer?.ok && !answer.error ? null : refusalOf(answer?.error ?? "");
  } catch {
    return { reason: "unreachable", values: {} };
  }
}
