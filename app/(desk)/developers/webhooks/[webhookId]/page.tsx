import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  disableWebhookAction,
  enableWebhookAction,
  removeWebhookAction,
  resendDeliveryAction,
  rotateWebhookSecretAction,
  sendTestWebhookAction,
  updateWebhookAction,
} from "@/app/(desk)/developers/webhooks/actions";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { PageHeader } from "@/components/layout/page-header";
import { EditWebhook } from "@/components/webhooks/detail/edit-webhook";
import { RemoveWebhook } from "@/components/webhooks/detail/remove-webhook";
import { SendTest } from "@/components/webhooks/detail/send-test";
import { SwitchWebhook } from "@/components/webhooks/detail/switch-webhook";
import { WebhookFacts } from "@/components/webhooks/detail/webhook-facts";
import { DeliveryLog } from "@/components/webhooks/log/delivery-log";
import { VerifyHelp } from "@/components/webhooks/verify-help";
import { WebhooksClosed } from "@/components/webhooks/words/webhooks-closed";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { getWebhook } from "@/lib/webhooks/get-webhook";
import { WebhookId } from "@/lib/webhooks/schema";

interface WebhookPageProps {
  params: Promise<{ webhookId: string }>;
}

/** The endpoint or the not-found screen, read once for title and page; null for those who may not see it. */
const readWebhook = cache(async (webhookId: string) => {
  const ctx = await pageContext();
  if (!(await mayOpen(ctx, "webhooks:write"))) return null;
  if (!WebhookId.safeParse({ webhookId }).success) notFound();
  return orNotFound(getWebhook(ctx, { webhookId }));
});

export async function generateMetadata({ params }: WebhookPageProps) {
  const t = await getTranslations("webhooks");
  const webhook = await readWebhook((await params).webhookId);
  return { title: webhook?.name ?? t("title") };
}

export default async function WebhookPage({ params }: WebhookPageProps) {
  const webhook = await readWebhook((await params).webhookId);
  if (!webhook) return <WebhooksClosed />;
  const t = await getTranslations("webhooks");
  const known = await listMiniPrograms(await pageContext(), { includeArchived: true });
  const miniPrograms = known
    .filter(({ id, archivedAt }) => archivedAt === null || id === webhook.miniProgram?.id)
    .map(({ id, name }) => ({ id, name }));
  return (
    <>
      <PageHeader
        trail={[{ href: "/developers/webhooks", label: t("title") }]}
        title={webhook.name}
        actions={
          <>
            {webhook.disabledAt ? null : (
              <SendTest webhookId={webhook.id} sendTest={sendTestWebhookAction} />
            )}
            <EditWebhook
              webhook={webhook}
              miniPrograms={miniPrograms}
              update={updateWebhookAction}
            />
            <SwitchWebhook
              webhook={webhook}
              disable={disableWebhookAction}
              enable={enableWebhookAction}
            />
            <RemoveWebhook webhook={webhook} remove={removeWebhookAction} />
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <WebhookFacts webhook={webhook} rotateSecret={rotateWebhookSecretAction} />
        <DeliveryLog webhookId={webhook.id} resend={resendDeliveryAction} />
        <VerifyHelp />
      </div>
    </>
  );
}
