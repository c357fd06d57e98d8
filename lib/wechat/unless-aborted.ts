import type { EndpointName } from "./endpoints";
import { WechatNotSentError } from "./errors";

/**
 * Waits for work that is shared with other callers. When this caller gives up, it stops waiting
 * and the work goes on for the others; its own call was then not sent.
 * @throws {WechatNotSentError} when the signal fires first
 */
export function unlessAborted<T>(
  work: Promise<T>,
  call: { endpoint: EndpointName; signal: AbortSignal | undefined },
): Promise<T> {
  const { endpoint, signal } = call;
  if (signal === undefined) return work;
  return new Promise<T>((resolve, reject) => {
    const giveUp = () =>
      reject(new WechatNotSentError(endpoint, "aborted", "the caller gave up waiting for a token"));
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}
