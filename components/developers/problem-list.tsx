import { useTranslations } from "next-intl";
import { Fold } from "@/components/developers/fold";
import { SchemaTree } from "@/components/developers/schema/schema-tree";
import type { Schemas } from "@/components/developers/reference/reference";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";

export interface ProblemWords {
  code: string;
  status: number;
}

interface ProblemListProps {
  problems: readonly ProblemWords[];
  schemas: Schemas;
}

/** Every code a problem may have. `type` of a problem leads here. */
export function ProblemList({ problems, schemas }: ProblemListProps) {
  const t = useTranslations("developers.problems");
  return (
    <section id="problems">
      <SectionCard title={t("title")} description={t("text")}>
        {schemas.Problem ? (
          <Fold title={t("shape")}>
            <SchemaTree schema={schemas.Problem} schemas={schemas} isAnswer />
          </Fold>
        ) : null}
        <dl className="divide-y divide-separator border-t border-separator">
          {problems.map(({ code, status }) => (
            <div
              key={code}
              id={code}
              className="-mx-2 grid gap-x-4 gap-y-0.5 rounded-lg px-2 py-2.5 target:bg-accent-soft sm:grid-cols-[17rem_1fr]"
            >
              <dt className="flex flex-wrap items-center gap-2">
                <StatusChip tone="default">{status}</StatusChip>
                <a href={`#${code}`} className="font-mono text-[13px] break-all hover:underline">
                  {code}
                </a>
              </dt>
              <dd className="min-w-0 text-muted">{t.has(`of.${code}`) ? t(`of.${code}`) : null}</dd>
            </div>
          ))}
        </dl>
      </SectionCard>
    </section>
  );
}
