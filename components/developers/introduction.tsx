import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Copyable } from "@/components/ui/copyable";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";

/** What holds for every call: where, with which key, once or again, and how failures are told. */
export function Introduction({ baseUrl }: { baseUrl: string }) {
  const t = useTranslations("developers.start");
  const facts = [
    { term: t("base"), value: <Copyable text={baseUrl} label={t("base")} /> },
    {
      term: t("key"),
      value: t.rich("keyText", { link: keysLink }),
    },
    {
      term: t("header"),
      value: <Copyable text="Authorization: Bearer mk_…" label={t("header")} />,
    },
    { term: t("once"), value: t.rich("onceText", { code }) },
    { term: t("errors"), value: t.rich("errorsText", { code, link: problemsLink }) },
    { term: t("rate"), value: t.rich("rateText", { code }) },
    { term: t("paging"), value: t.rich("pagingText", { code }) },
    {
      term: t("document"),
      value: t.rich("documentText", { link: documentLink }),
    },
  ];
  return (
    <section id="start">
      <SectionCard title={t("title")} description={t("text")}>
        <div className="flex flex-col gap-4">
          <FactList facts={facts} />
          <div className="flex flex-col gap-1.5">
            <p className="font-medium">{t("commandLine")}</p>
            <p className="text-sm text-muted">{t("commandLineText")}</p>
            <CodeBlock text={commandsFor(baseUrl)} label={t("commandLine")} />
          </div>
        </div>
      </SectionCard>
    </section>
  );
}

function code(chunks: ReactNode) {
  return <code className="font-mono text-[13px] break-words">{chunks}</code>;
}

function keysLink(chunks: ReactNode) {
  return <TextLink href="/account#keys">{chunks}</TextLink>;
}

function documentLink(chunks: ReactNode) {
  return (
    <a href="/api/v1/openapi.json" className="text-link underline underline-offset-2">
      {chunks}
    </a>
  );
}

function problemsLink(chunks: ReactNode) {
  return (
    <a href="#problems" className="text-link underline underline-offset-2">
      {chunks}
    </a>
  );
}

const commandsFor = (baseUrl: string) => `export MINTDESK_URL=${new URL(baseUrl).origin}
export MINTDESK_API_KEY=mk_…
npm run mintdesk -- --help`;
