"use client";

import { useTranslations } from "next-intl";
import { roleQuestion } from "@/components/people/members/member-act";
import type { AskedAct } from "@/components/people/members/member-act";
import { useMemberAct } from "@/components/people/members/use-member-act";
import type { MemberVerbs } from "@/components/people/members/member-verbs";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";

interface ConfirmActProps extends MemberVerbs {
  /** Null: nothing is asked. */
  asked: AskedAct | null;
  onClose: () => void;
}

/** Asks before something is done to a colleague, saying what stays and what goes. */
export function ConfirmAct({ asked, onClose, ...verbs }: ConfirmActProps) {
  const t = useTranslations("people.acts");
  const { run, isPending, problem, clearProblem } = useMemberAct(verbs);
  const words = useActWords(asked);

  function close() {
    clearProblem();
    onClose();
  }

  async function perform() {
    if (asked && (await run(asked))) close();
  }

  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      title={words.title}
      confirmLabel={asked ? t(`${asked.act}.confirm`) : ""}
      isPending={isPending}
      onConfirm={() => void perform()}
    >
      <div className="flex flex-col gap-2">
        <ProblemBanner problem={problem} />
        <p>{words.text}</p>
      </div>
    </ConfirmDialog>
  );
}

function useActWords(asked: AskedAct | null): { title: string; text: string } {
  const t = useTranslations("people.acts");
  const tRoles = useTranslations("frame.roles");
  const tMay = useTranslations("people.roles");
  if (!asked) return { title: "", text: "" };
  const { name } = asked.member;
  if (asked.act !== "changeRole") {
    return { title: t(`${asked.act}.title`, { name }), text: t(`${asked.act}.text`) };
  }
  const { role } = asked;
  const question = roleQuestion(asked.member.role, role) ?? "takesAway";
  return {
    title: t("changeRole.title", { name, role: tRoles(role) }),
    text: t(`changeRole.${question}`, { may: tMay(role) }),
  };
}
