import type { JudgedAttempt } from "@/lib/codes/finished-attempt";
import { apiUrl } from "@/lib/core/api-url";
import type { Env } from "@/lib/env";
import type { WebhookEvent } from "@/lib/webhooks/events-schema";

/** What is told outside of attempts that ended: which codes they made. */
export function mintedEvents(
  { publicUrl }: Pick<Env, "publicUrl">,
  judged: readonly JudgedAttempt[],
): WebhookEvent[] {
  return judged.flatMap(({ code, outcome }): WebhookEvent[] => {
    if (outcome.status !== "minted") return [];
    const { id: codeId, miniProgramId, batchId, kind, label, target } = code;
    const url = apiUrl(publicUrl, `/codes/${codeId}`);
    const { sha256 } = outcome.picture;
    const imageUrl = `${url}/image`;
    const data = { codeId, miniProgramId, batchId, kind, label, target, sha256, url, imageUrl };
    return [{ type: "code.minted", data }];
  });
}
