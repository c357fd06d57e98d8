import { Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { problemStatuses } from "@/app/(desk)/developers/problem-statuses";
import { referenceExamples } from "@/app/(desk)/developers/reference-examples";
import { DeveloperTabs } from "@/components/developers/developer-tabs";
import { Introduction } from "@/components/developers/introduction";
import { ProblemList } from "@/components/developers/problem-list";
import { readDocument } from "@/components/developers/reference/read-document";
import type { ApiDocument } from "@/components/developers/reference/read-document";
import { ReferenceView } from "@/components/developers/reference/reference-view";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { VerifyHelp } from "@/components/webhooks/verify-help";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { openApiDocument } from "@/lib/api/document";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("developers");
  return { title: t("title") };
}

/** The API for programs, read from its own contract, with a way to try each call. */
export default async function ApiReferencePage() {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("developers");
  const document = openApiDocument(ctx.runtime.env.publicUrl) as ApiDocument;
  const reference = readDocument(document, await referenceExamples(ctx));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <ButtonLink href="/scenes/developers" variant="outline">
            <Smartphone aria-hidden className="size-4" />
            {t("inMiniPrograms")}
          </ButtonLink>
        }
      />
      {ROLE_PERMISSIONS[role].includes("webhooks:write") ? (
        <DeveloperTabs here="reference" />
      ) : null}
      <ReferenceView
        reference={reference}
        introduction={<Introduction baseUrl={reference.baseUrl} />}
        verifying={<VerifyHelp />}
        problems={<ProblemList problems={await problemStatuses()} schemas={reference.schemas} />}
      />
    </>
  );
}
