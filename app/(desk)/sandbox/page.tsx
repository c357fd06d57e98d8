import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import {
  addFaultAction,
  clearFaultsAction,
  removeFaultAction,
  removeLatencyAction,
  setAccountAction,
  setClockAction,
  setLatencyAction,
  setSwitchAction,
} from "@/app/(desk)/sandbox/actions";
import { PageHeader } from "@/components/layout/page-header";
import { SandboxScreen } from "@/components/sandbox/sandbox-screen";
import { DomainError } from "@/lib/core/errors";
import { getSandbox } from "@/lib/sandbox-control/get-sandbox";
import { listRequests } from "@/lib/sandbox-control/list-requests";
import { livingMiniPrograms } from "@/lib/web/chosen-mini-program";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { ERRCODES } from "@/lib/wechat/errcodes/find-errcode";

export async function generateMetadata() {
  const t = await getTranslations("sandbox");
  return { title: t("title") };
}

export default async function SandboxPage() {
  const ctx = await pageContext();
  const { MINTDESK_SANDBOX, WECHAT_TIMEOUT_MS } = ctx.runtime.env;
  if (MINTDESK_SANDBOX === "off" || !(await mayOpen(ctx, "sandbox:control"))) notFound();
  const t = await getTranslations("sandbox");
  const [view, log, miniPrograms] = await Promise.all([
    unlessSilent(getSandbox(ctx)),
    unlessSilent(listRequests(ctx)),
    livingMiniPrograms(ctx),
  ]);
  const names = miniPrograms
    .filter(({ isSandbox }) => isSandbox)
    .map(({ wechatAppId, name }) => [wechatAppId, name]);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <SandboxScreen
        view={view}
        log={log}
        words={{
          names: Object.fromEntries(names),
          meanings: await errcodeMeanings(),
          timeoutSeconds: WECHAT_TIMEOUT_MS / 1_000,
        }}
        actions={{
          addFault: addFaultAction,
          removeFault: removeFaultAction,
          clearFaults: clearFaultsAction,
          setAccount: setAccountAction,
          setLatency: setLatencyAction,
          removeLatency: removeLatencyAction,
          setSwitch: setSwitchAction,
          setClock: setClockAction,
        }}
      />
    </>
  );
}

/** Null when the sandbox does not answer: the screen opens, says so, and asks again by itself. */
async function unlessSilent<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Errcode → its cause, in the reader's language. */
async function errcodeMeanings(): Promise<Record<string, string>> {
  const language = (await getLocale()).startsWith("zh") ? "zh" : "en";
  return Object.fromEntries(ERRCODES.map((row) => [String(row.code), row[language].cause]));
}
