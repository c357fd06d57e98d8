import { getTranslations } from "next-intl/server";
import { createWebhookAction } from "@/app/(desk)/developers/webhooks/actions";
import { DeveloperTabs } from "@/components/developers/developer-tabs";
import { PageHeader } from "@/components/layout/page-header";
import { NewWebhook } from "@/components/webhooks/form/new-webhook";
import { WebhookList } from "@/components/webhooks/list/webhook-list";
import { VerifyHelp } from "@/components/webhooks/verify-help";
import { WebhooksClosed } from "@/components/webhooks/words/webhooks-closed";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { listLastDeliveries } from "@/lib/webhooks/list-last-deliveries";
import { listWebhooks } from "@/lib/webhooks/list-webhooks";

export async function generateMetadata() {
  const t = await getTranslations("webhooks");
  return { title: t("title") };
}

/** Where the desk tells programs what happened. */
export default async function WebhooksPage() {
  const ctx = await pageContext();
  if (!(await mayOpen(ctx, "webhooks:write"))) return <WebhooksClosed />;
  const t = await getTranslations("webhooks");
  const [webhooks, lasts, miniPrograms] = await Promise.all([
    listWebhooks(ctx),
    listLastDeliveries(ctx),
    listMiniPrograms(ctx),
  ]);
  const rows = webhooks.map((webhook) => ({
    webhook,
    last: lasts.find(({ webhookId }) => webhookId === webhook.id) ?? null,
  }));
  const newButton = (
    <NewWebhook
      miniPrograms={miniPrograms.map(({ id, name }) => ({ id, name }))}
      create={createWebhookAction}
    />
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={rows.length > 0 ? newButton : null}
      />
      <DeveloperTabs here="webhooks" />
      <div className="flex flex-col gap-5">
        <WebhookList rows={rows} newButton={newButton} />
        <VerifyHelp />
      </div>
    </>
  );
}
