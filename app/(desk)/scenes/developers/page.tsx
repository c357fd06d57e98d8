import { Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AnswerList } from "@/components/scenes/developers/answer-list";
import { SnippetList } from "@/components/scenes/developers/snippet-list";
import { StartSection } from "@/components/scenes/developers/start-section";
import { TrapList } from "@/components/scenes/developers/trap-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("forDevelopers");
  return { title: t("title") };
}

/** For those who write the mini program: how a scan reaches its meaning. */
export default async function DevelopersPage() {
  await requirePerson();
  const ctx = await pageContext();
  const chosen = await chosenMiniProgram(ctx);
  const t = await getTranslations("forDevelopers");
  const tScenes = await getTranslations("scenes");
  const { gateUrl } = ctx.runtime.env;
  return (
    <>
      <PageHeader
        trail={[{ href: "/scenes", label: tScenes("title") }]}
        title={t("title")}
        description={chosen ? t("lead", { name: chosen.name }) : undefined}
        actions={
          <ButtonLink href="/developers" variant="outline">
            {t("api")}
          </ButtonLink>
        }
      />
      {chosen ? (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <StartSection gateUrl={gateUrl} wechatAppId={chosen.wechatAppId} />
            <SnippetList
              gateUrl={gateUrl}
              wechatAppId={chosen.wechatAppId}
              appKind={chosen.appKind}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <TrapList />
            <AnswerList />
          </div>
        </div>
      ) : (
        <EmptyState icon={Smartphone} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      )}
    </>
  );
}
