import { InvalidInputError } from "@/lib/core/errors";
import { judgeAddress } from "@/lib/net/judge-address";
import type { Runtime } from "@/lib/runtime";

/** Throws InvalidInputError for an address no message would ever be sent to. Names are looked up when it is sent. */
export function requireReachable({ env }: Runtime, url: string): void {
  const verdict = judgeAddress(new URL(url), env.webhookHosts);
  if (verdict === "insecure") throw new InvalidInputError("webhookUrlInsecure", "url");
  if (verdict === "blocked") throw new InvalidInputError("webhookUrlBlocked", "url");
}
