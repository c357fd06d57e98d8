import type { Runtime } from "@/lib/runtime";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { sendTestWebhook } from "@/lib/webhooks/send-test-webhook";
import { jobContext } from "@/lib/worker/job-context";

/** A webhook to a name nobody has, with a message in its log; gives its id. */
export async function triedWebhook(runtime: Runtime, name: string): Promise<string> {
  const ctx = jobContext(runtime, "e2e");
  const { webhookId } = await createWebhook(ctx, {
    name,
    url: "https://crm.invalid/mintdesk/events",
    eventTypes: ["code.minted", "batch.finished", "pack.ready"],
    miniProgramId: null,
  });
  await sendTestWebhook(ctx, { webhookId });
  return webhookId;
}
