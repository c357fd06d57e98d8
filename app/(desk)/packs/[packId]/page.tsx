import { RotateCcw } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { cancelPackAction } from "@/app/(desk)/packs/actions";
import { makePackLinkAction, revokePackLinkAction } from "@/app/(desk)/packs/[packId]/link-actions";
import { LogLink } from "@/components/audit/log-link";
import { PageHeader } from "@/components/layout/page-header";
import { PackScreen } from "@/components/packs/detail/pack-screen";
import { PackLinks } from "@/components/packs/links/pack-links";
import { addressOfAll } from "@/components/packs/words/new-pack-address";
import { ButtonLink } from "@/components/ui/button-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { getPack } from "@/lib/packs/get-pack";
import { listPackLinks } from "@/lib/packs/list-pack-links";
import { listTemplates } from "@/lib/packs/list-templates";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface PackPageProps {
  params: Promise<{ packId: string }>;
}

/** The pack or the not-found screen; read once for title and page. */
const readPack = cache(async (packId: string) => {
  const ctx = await pageContext();
  return orNotFound(getPack(ctx, { packId }));
});

export async function generateMetadata({ params }: PackPageProps) {
  const { name } = await readPack((await params).packId);
  return { title: name };
}

export default async function PackPage({ params }: PackPageProps) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("packs");
  const pack = await readPack((await params).packId);
  const mayPack = ROLE_PERMISSIONS[role].includes("packs:write");
  const [links, templates] = await Promise.all([
    listPackLinks(ctx, { packId: pack.id }),
    "drawing" in pack.options ? listTemplates(ctx, {}) : [],
  ]);
  return (
    <>
      <PageHeader
        trail={[{ href: "/packs", label: t("list.title") }]}
        title={pack.name}
        description={
          <>
            {t(`forms.${pack.form}.title`)} · {pack.createdBy} · <TimeStamp at={pack.createdAt} />
          </>
        }
        actions={
          <>
            <LogLink kind="pack" id={pack.id} />
            {mayPack ? (
              <ButtonLink href={addressOfAll("pack", pack.id)} variant="outline">
                <RotateCcw />
                {t("detail.again")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <PackScreen
        pack={pack}
        lookName={lookNameOf(pack.options, templates)}
        mayPack={mayPack}
        cancelPack={cancelPackAction}
      >
        <PackLinks
          packId={pack.id}
          isReady={pack.status === "ready"}
          links={links}
          mayShare={mayPack}
          makeLink={makePackLinkAction}
          revokeLink={revokePackLinkAction}
        />
      </PackScreen>
    </>
  );
}

type Options = Awaited<ReturnType<typeof getPack>>["options"];

function lookNameOf(options: Options, templates: readonly { id: string; name: string }[]) {
  if (!("drawing" in options)) return null;
  return templates.find(({ id }) => id === options.drawing.templateId)?.name ?? null;
}
