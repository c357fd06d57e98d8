"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useTryKey } from "@/components/developers/try/try-key";
import { addressOf, buildRequest } from "@/components/developers/try/build-request";
import type { Draft } from "@/components/developers/try/draft";
import { readResponse } from "@/components/developers/try/read-response";
import type { CallAnswer } from "@/components/developers/try/read-response";
import type { Operation } from "@/components/developers/reference/reference";

const API_ROOT = "/api/v1";

/** Sends one call at a time to this desk, with the key of the page. */
export function useCall(operation: Operation) {
  const locale = useLocale();
  const { apiKey } = useTryKey();
  const [isSending, setSending] = useState(false);
  const [isUnanswered, setUnanswered] = useState(false);
  const [answer, setAnswer] = useState<CallAnswer | null>(null);

  useEffect(() => {
    const body = answer?.body;
    if (body && "url" in body) return () => URL.revokeObjectURL(body.url);
  }, [answer]);

  async function send(draft: Draft, idempotencyKey: string | null) {
    setSending(true);
    setUnanswered(false);
    const request = buildRequest(operation, draft, { apiKey, idempotencyKey, locale });
    const startedAt = performance.now();
    try {
      const response = await fetch(API_ROOT + addressOf(operation, draft.values), request);
      setAnswer(await readResponse(response, Math.round(performance.now() - startedAt)));
    } catch {
      setAnswer(null);
      setUnanswered(true);
    } finally {
      setSending(false);
    }
  }

  return { send, isSending, isUnanswered, answer };
}
