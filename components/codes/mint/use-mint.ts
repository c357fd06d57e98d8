"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toMintInput } from "@/components/codes/mint/mint-form-values";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { RequestKeys } from "@/components/codes/mint/request-key";
import { PRICE_KEY } from "@/components/codes/mint/use-price";
import { readCode } from "@/components/codes/words/read-code";
import { useAwaitedCode } from "@/components/codes/words/use-awaited-code";
import { useAction } from "@/components/ui/use-action";
import { MintCodeInput } from "@/lib/codes/schema";
import type { MintCodeResult, RetryCodeInput } from "@/lib/codes/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type MintCode = (input: MintCodeInput) => Promise<ActionResult<MintCodeResult>>;
export type RetryCode = (input: RetryCodeInput) => Promise<ActionResult<MintCodeResult>>;

/**
 * How a result came: asked for; late and by itself, while the person may have been doing something else; or
 * chosen, a code that was there before.
 */
type Came = "minted" | "late" | "chosen";

interface MintOptions {
  mintCode: MintCode;
  retryCode: RetryCode;
  onMinted: () => void;
}

/**
 * Sends the form once at a time, keeps the last answer, and asks WeChat again when that is wanted.
 * A code that has to wait is looked after until its picture is there.
 */
export function useMint({ mintCode, retryCode, onMinted }: MintOptions) {
  const refreshFigures = useRefreshFigures();
  const keys = useRef(new RequestKeys());
  const [result, setResult] = useState<MintCodeResult | null>(null);
  const [came, setCame] = useState<Came>("minted");
  const awaited = useAwaitedCode(result?.code ?? null, (code) => {
    setCame("late");
    take({ data: { reused: false, code } });
  });
  const minting = useAction(mintCode);
  const retrying = useAction(retryCode);
  const choosing = useAction(readExisting);
  const actions = [minting, retrying, choosing];

  function begin(how: Came) {
    for (const action of actions) action.clearProblem();
    setCame(how);
  }

  function take(answer: { data: MintCodeResult } | null): void {
    if (!answer) return;
    keys.current.answered();
    setResult(answer.data);
    // What waits for a second person has been asked for: the form has done its work.
    const { status, isAwaitingApproval } = answer.data.code;
    if (status === "minted" || isAwaitingApproval) onMinted();
    refreshFigures();
  }

  async function mint(values: MintFormValues) {
    const input = MintCodeInput.parse(toMintInput(values, keys.current.keyFor(values)));
    begin("minted");
    setResult(null);
    take(await minting.run(input));
  }

  /** Ends the form with a code that is there already. */
  async function choose(codeId: string) {
    begin("chosen");
    take(await choosing.run(codeId));
  }

  async function retry(codeId: string) {
    begin("minted");
    take(await retrying.run({ codeId }));
  }

  return {
    mint,
    retry,
    choose,
    result: result && awaited.code ? { ...result, code: awaited.code } : null,
    came,
    hasStoppedLooking: awaited.hasStopped,
    dismiss: () => setResult(null),
    isPending: actions.some(({ isPending }) => isPending),
    problem: actions.find(({ problem }) => problem)?.problem ?? null,
  };
}

/** The frame's quota card shows the new numbers, and the price is another one now. */
function useRefreshFigures() {
  const router = useRouter();
  const queries = useQueryClient();
  return () => {
    router.refresh();
    void queries.invalidateQueries({ queryKey: [PRICE_KEY] });
  };
}

async function readExisting(codeId: string): Promise<ActionResult<MintCodeResult>> {
  return { ok: true, data: { reused: true, code: await readCode(codeId) } };
}
