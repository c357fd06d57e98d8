"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toMintInput } from "@/components/codes/mint/mint-form-values";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { RequestKeys } from "@/components/codes/mint/request-key";
import { PRICE_KEY } from "@/components/codes/mint/use-price";
import { useAwaitedCode } from "@/components/codes/words/use-awaited-code";
import { useAction } from "@/components/ui/use-action";
import { MintCodeInput } from "@/lib/codes/schema";
import type { MintCodeResult, RetryCodeInput } from "@/lib/codes/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type MintCode = (input: MintCodeInput) => Promise<ActionResult<MintCodeResult>>;
export type RetryCode = (input: RetryCodeInput) => Promise<ActionResult<MintCodeResult>>;

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
  const router = useRouter();
  const queries = useQueryClient();
  const keys = useRef(new RequestKeys());
  const [result, setResult] = useState<MintCodeResult | null>(null);
  const [isLate, setLate] = useState(false);
  const awaited = useAwaitedCode(result?.code ?? null, (code) => {
    setLate(true);
    take({ data: { reused: false, code } });
  });
  const minting = useAction(mintCode);
  const retrying = useAction(retryCode);

  function take(answer: { data: MintCodeResult } | null): MintCodeResult | null {
    if (!answer) return null;
    keys.current.answered();
    setResult(answer.data);
    // What waits for a second person has been asked for: the form has done its work.
    const { status, isAwaitingApproval } = answer.data.code;
    if (status === "minted" || isAwaitingApproval) onMinted();
    // The frame's quota card shows the new numbers, and the price is another one now.
    router.refresh();
    void queries.invalidateQueries({ queryKey: [PRICE_KEY] });
    return answer.data;
  }

  async function mint(values: MintFormValues) {
    const input = MintCodeInput.parse(toMintInput(values, keys.current.keyFor(values)));
    retrying.clearProblem();
    setResult(null);
    setLate(false);
    return take(await minting.run(input));
  }

  async function retry(codeId: string) {
    minting.clearProblem();
    setLate(false);
    return take(await retrying.run({ codeId }));
  }

  return {
    mint,
    retry,
    result: result && awaited.code ? { ...result, code: awaited.code } : null,
    /** The result came by itself while the person may have been doing something else. */
    isLate,
    hasStoppedLooking: awaited.hasStopped,
    dismiss: () => setResult(null),
    isPending: minting.isPending || retrying.isPending,
    problem: minting.problem ?? retrying.problem,
  };
}
