"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { PlatformId, PlatformRow } from "@/lib/platforms/schema";
import type { ActionResult } from "@/lib/web/define-action";

const LOOK_EVERY_MS = 2_000;
const MOST_LOOKS = 15;

interface TicketSectionProps {
  platform: Pick<PlatformRow, "id" | "ticketAt" | "hasTicket">;
  request: (input: PlatformId) => Promise<ActionResult<void>>;
}

/** How the pushed tickets stand, and a way to ask for them again; looks a while for the new one. */
export function TicketSection({ platform, request }: TicketSectionProps) {
  const t = useTranslations("platforms.tickets");
  const router = useRouter();
  const { run, isPending, problem } = useAction(request);
  const { id, hasTicket } = platform;
  const last = platform.ticketAt ? new Date(platform.ticketAt).getTime() : 0;
  /** The ticket there was when the person asked; null before. */
  const [askedAfter, setAskedAfter] = useState<number | null>(null);
  const [looks, setLooks] = useState(0);
  const hasCome = askedAfter !== null && last > askedAfter;
  const isWaiting = askedAfter !== null && !hasCome && looks < MOST_LOOKS;

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => {
      setLooks(looks + 1);
      router.refresh();
    }, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, looks, router]);

  async function ask() {
    const before = last;
    if (!(await run({ id }))) return;
    setAskedAfter(before);
    setLooks(0);
    router.refresh();
  }

  const state = hasTicket ? "freshText" : last ? "oldText" : "neverText";
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        <p>{t(state)}</p>
        <output className="block text-sm text-muted empty:hidden">
          {askedAfter === null || isPending
            ? null
            : t(isWaiting ? "requested" : hasCome ? "arrived" : "late")}
        </output>
        <div>
          <SubmitButton variant="outline" isPending={isPending} onPress={() => void ask()}>
            {isPending ? null : <RefreshCw />}
            {t("request")}
          </SubmitButton>
        </div>
      </div>
    </SectionCard>
  );
}
