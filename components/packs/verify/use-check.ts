"use client";

import { useRef, useState } from "react";
import { blobReader } from "@/components/packs/verify/blob-reader";
import { checkPack } from "@/lib/packs/verify/check-pack";
import type { PackCheck } from "@/lib/packs/verify/check-pack";
import type { FindPackByHashInput, FoundPack } from "@/lib/packs/verify-schema";
import type { ActionResult } from "@/lib/web/define-action";

const TELL_EVERY_MS = 100;

export type FindPack = (input: FindPackByHashInput) => Promise<ActionResult<FoundPack | null>>;

/** Where the check of a file stands: it is read here first, then the desk is asked for its hash. */
export type CheckState =
  | { phase: "idle" }
  | { phase: "reading"; file: File; doneBytes: number }
  | { phase: "unreadable"; file: File }
  | { phase: "asking"; file: File; check: PackCheck }
  | { phase: "unanswered"; file: File; check: PackCheck; reason: string }
  | { phase: "told"; file: File; check: PackCheck; found: FoundPack | null };

/** Checks one file at a time; another one takes its place at once. */
export function useCheck(findPack: FindPack) {
  const [state, setState] = useState<CheckState>({ phase: "idle" });
  const current = useRef(new AbortController());

  function begin(): AbortSignal {
    current.current.abort();
    current.current = new AbortController();
    return current.current.signal;
  }

  async function start(file: File) {
    const signal = begin();
    const check = await read(file, signal).catch(() => null);
    if (signal.aborted) return;
    if (check) await ask(file, check, signal);
    else setState({ phase: "unreadable", file });
  }

  function read(file: File, signal: AbortSignal): Promise<PackCheck> {
    setState({ phase: "reading", file, doneBytes: 0 });
    let doneBytes = 0;
    let toldAt = performance.now();
    function onRead(byteCount: number) {
      doneBytes += byteCount;
      if (performance.now() - toldAt < TELL_EVERY_MS || signal.aborted) return;
      toldAt = performance.now();
      setState({ phase: "reading", file, doneBytes });
    }
    return checkPack(blobReader(file), { onRead, signal });
  }

  async function ask(file: File, check: PackCheck, signal: AbortSignal) {
    setState({ phase: "asking", file, check });
    const answer = await findPack({ sha256: check.sha256 }).catch(() => null);
    if (signal.aborted) return;
    if (answer?.ok) setState({ phase: "told", file, check, found: answer.data });
    else {
      const reason = answer?.error.reason ?? "unreachable";
      setState({ phase: "unanswered", file, check, reason });
    }
  }

  function stop() {
    begin();
    setState({ phase: "idle" });
  }

  function askAgain() {
    if (state.phase === "unanswered") void ask(state.file, state.check, begin());
  }

  return { state, start, stop, askAgain };
}
