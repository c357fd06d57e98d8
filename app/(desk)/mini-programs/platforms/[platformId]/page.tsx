import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import {
  requestTicketsAction,
  startAuthorizationAction,
  updatePlatformAction,
} from "@/app/(desk)/mini-programs/platforms/actions";
import {
  ReturnProblem as GivenProblem,
  returnProblemText,
} from "@/app/(desk)/mini-programs/platforms/return-problem-text";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { PageHeader } from "@/components/layout/page-header";
import { SandboxChip } from "@/components/mini-programs/sandbox-chip";
import { AuthorizedList } from "@/components/platforms/authorized-list";
import { AuthorizeSection } from "@/components/platforms/authorize-section";
import { ConsoleSteps } from "@/components/platforms/console-steps";
import { EditPlatform } from "@/components/platforms/edit-platform";
import { PlatformFacts } from "@/components/platforms/platform-facts";
import { ReturnProblem } from "@/components/platforms/return-problem";
import { TicketSection } from "@/components/platforms/ticket-section";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listAuthorized } from "@/lib/mini-programs/list-authorized";
import { getPlatform } from "@/lib/platforms/get-platform";
import { PlatformId } from "@/lib/platforms/schema";
import { livingMiniPrograms } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface PlatformPageProps {
  params: Promise<{ platformId: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata() {
  const t = await getTranslations("platforms");
  return { title: t("title") };
}

export default async function PlatformPage({ params, searchParams }: PlatformPageProps) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("platforms");
  const tMiniPrograms = await getTranslations("miniPrograms");
  const asked = PlatformId.safeParse({ id: (await params).platformId });
  if (!asked.success) notFound();
  const [platform, authorized, miniPrograms] = await Promise.all([
    orNotFound(getPlatform(ctx, asked.data)),
    listAuthorized(ctx, asked.data),
    livingMiniPrograms(ctx),
  ]);
  const problem = GivenProblem.safeParse(await searchParams);
  const mayWrite = ROLE_PERMISSIONS[role].includes("miniPrograms:write");
  const candidates = miniPrograms
    .filter(({ isSandbox }) => isSandbox === platform.isSandbox)
    .map(({ id, name, wechatAppId }) => ({ id, name, wechatAppId }));
  return (
    <>
      <PageHeader
        trail={[
          { href: "/mini-programs", label: tMiniPrograms("title") },
          { href: "/mini-programs/platforms", label: t("title") },
        ]}
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            {platform.name}
            {platform.isSandbox ? <SandboxChip /> : null}
          </span>
        }
        description={mayWrite ? undefined : t("readOnly")}
        actions={
          mayWrite ? (
            <EditPlatform
              platform={{ id: platform.id, name: platform.name }}
              update={updatePlatformAction}
            />
          ) : null
        }
      />
      {problem.success ? <ReturnProblem text={await returnProblemText(problem.data)} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <PlatformFacts platform={platform} />
          {mayWrite ? (
            <>
              <TicketSection platform={platform} request={requestTicketsAction} />
              <ConsoleSteps platform={platform} />
            </>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {mayWrite ? (
            <AuthorizeSection
              platform={platform}
              miniPrograms={candidates}
              start={startAuthorizationAction}
            />
          ) : null}
          <AuthorizedList rows={authorized} />
        </div>
      </div>
    </>
  );
}
