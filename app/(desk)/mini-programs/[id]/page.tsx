import { Alert } from "@heroui/react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import {
  archiveMiniProgramAction,
  checkCredentialsAction,
  rotateSecretAction,
  updateMiniProgramAction,
} from "@/app/(desk)/mini-programs/actions";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { PageHeader } from "@/components/layout/page-header";
import { ArchiveMiniProgram } from "@/components/mini-programs/archive-mini-program";
import { CredentialCheck } from "@/components/mini-programs/credential-check";
import { EditForm } from "@/components/mini-programs/edit-form";
import { MiniProgramFacts } from "@/components/mini-programs/mini-program-facts";
import { RotateSecret } from "@/components/mini-programs/rotate-secret";
import { SandboxChip } from "@/components/mini-programs/sandbox-chip";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { getMiniProgram } from "@/lib/mini-programs/get-mini-program";
import { MiniProgramId } from "@/lib/mini-programs/schema";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface MiniProgramPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata() {
  const t = await getTranslations("miniPrograms");
  return { title: t("title") };
}

export default async function MiniProgramPage({ params }: MiniProgramPageProps) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("miniPrograms");
  const asked = MiniProgramId.safeParse(await params);
  if (!asked.success) notFound();
  const miniProgram = await orNotFound(getMiniProgram(ctx, asked.data));
  const isLiving = miniProgram.archivedAt === null;
  const mayWrite = ROLE_PERMISSIONS[role].includes("miniPrograms:write") && isLiving;
  return (
    <>
      <PageHeader
        trail={[{ href: "/mini-programs", label: t("title") }]}
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            {miniProgram.name}
            {miniProgram.isSandbox ? <SandboxChip /> : null}
          </span>
        }
        description={mayWrite || !isLiving ? undefined : t("readOnly")}
      />
      {isLiving ? null : (
        <Alert className="mb-4 border border-border">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Description>{t("archive.isArchived")}</Alert.Description>
          </Alert.Content>
        </Alert>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <MiniProgramFacts miniProgram={miniProgram} withDefaults={!mayWrite} />
          {mayWrite ? (
            <CredentialCheck miniProgram={miniProgram} check={checkCredentialsAction} />
          ) : null}
        </div>
        {mayWrite ? (
          <div className="flex flex-col gap-4">
            <EditForm miniProgram={miniProgram} update={updateMiniProgramAction} />
            <RotateSecret miniProgramId={miniProgram.id} rotate={rotateSecretAction} />
            <ArchiveMiniProgram miniProgram={miniProgram} archive={archiveMiniProgramAction} />
          </div>
        ) : null}
      </div>
    </>
  );
}
