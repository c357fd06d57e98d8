import { Alert } from "@heroui/react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import {
  archiveMiniProgramAction,
  checkCredentialsAction,
  chooseTokenSourceAction,
  liftPausesAction,
  removeSigningKeyAction,
  rotateSigningKeyAction,
  setScanRetentionAction,
  testTokenServerAction,
  updateMiniProgramAction,
} from "@/app/(desk)/mini-programs/actions";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { LogLink } from "@/components/audit/log-link";
import { PageHeader } from "@/components/layout/page-header";
import { ArchiveMiniProgram } from "@/components/mini-programs/archive-mini-program";
import { AuthorizedNote } from "@/components/mini-programs/authorized-note";
import { CredentialCheck } from "@/components/mini-programs/credential-check";
import { EditForm } from "@/components/mini-programs/edit-form";
import { GateSection } from "@/components/mini-programs/gate-section";
import { MiniProgramFacts } from "@/components/mini-programs/mini-program-facts";
import { PausesAlert } from "@/components/mini-programs/pauses-alert";
import { SandboxChip } from "@/components/mini-programs/sandbox-chip";
import { TokenHealth } from "@/components/mini-programs/token-health";
import { TokenSourceSection } from "@/components/mini-programs/token-source-section";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { apiHosts } from "@/lib/mini-programs/api-hosts";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { getTokenHealth } from "@/lib/mini-programs/get-token-health";
import { MiniProgramId } from "@/lib/mini-programs/schema";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface MiniProgramPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ authorized?: string | string[] }>;
}

export async function generateMetadata() {
  const t = await getTranslations("miniPrograms");
  return { title: t("title") };
}

export default async function MiniProgramPage({ params, searchParams }: MiniProgramPageProps) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("miniPrograms");
  const asked = MiniProgramId.safeParse(await params);
  if (!asked.success) notFound();
  const [miniProgram, health] = await orNotFound(
    Promise.all([getMiniProgram(ctx, asked.data), getTokenHealth(ctx, asked.data)]),
  );
  const { id, tokenSource, isSandbox } = miniProgram;
  const isLiving = miniProgram.archivedAt === null;
  const may = ROLE_PERMISSIONS[role];
  const mayWrite = may.includes("miniPrograms:write") && isLiving;
  const { env } = ctx.runtime;
  const hosts = { usual: new URL(env.WECHAT_API_BASE).host, hosts: apiHosts(env) };
  const wasAuthorized = (await searchParams).authorized === "1" && tokenSource === "platform";
  return (
    <>
      <PageHeader
        trail={[{ href: "/mini-programs", label: t("title") }]}
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            {miniProgram.name}
            {isSandbox ? <SandboxChip /> : null}
          </span>
        }
        description={mayWrite || !isLiving ? undefined : t("readOnly")}
        actions={<LogLink kind="mini_program" id={id} />}
      />
      {isLiving ? (
        <PausesAlert
          miniProgramId={id}
          pauses={health.pauses}
          lift={may.includes("codes:mint") ? liftPausesAction : null}
        />
      ) : (
        <Alert className="mb-4 border border-border">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Description>{t("archive.isArchived")}</Alert.Description>
          </Alert.Content>
        </Alert>
      )}
      {wasAuthorized ? <AuthorizedNote miniProgram={miniProgram} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <MiniProgramFacts miniProgram={miniProgram} withDefaults={!mayWrite} />
          <TokenHealth tokenSource={tokenSource} health={health} />
          {mayWrite ? (
            <CredentialCheck miniProgram={miniProgram} check={checkCredentialsAction} />
          ) : null}
        </div>
        {mayWrite ? (
          <div className="flex min-w-0 flex-col gap-4">
            <EditForm
              miniProgram={miniProgram}
              apiHosts={isSandbox ? null : hosts}
              update={updateMiniProgramAction}
            />
            <TokenSourceSection
              key={tokenSource}
              miniProgram={miniProgram}
              health={health}
              choose={chooseTokenSourceAction}
              test={testTokenServerAction}
            />
            <GateSection
              miniProgram={miniProgram}
              setRetention={setScanRetentionAction}
              rotate={rotateSigningKeyAction}
              remove={removeSigningKeyAction}
            />
            <ArchiveMiniProgram miniProgram={miniProgram} archive={archiveMiniProgramAction} />
          </div>
        ) : null}
      </div>
    </>
  );
}
