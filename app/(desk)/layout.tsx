import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { chooseMiniProgramAction } from "@/app/(desk)/actions";
import { chooseLocaleAction } from "@/app/actions";
import { ProfileTheme } from "@/components/account/profile/profile-theme";
import { SIDE_BAR_COOKIE } from "@/components/layout/side-bar-cookie";
import { DeskFrame } from "@/components/layout/desk-frame";
import { chosenMiniProgram, livingMiniPrograms } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson();
  const ctx = await pageContext();
  const [miniPrograms, chosen, jar] = await Promise.all([
    livingMiniPrograms(ctx),
    chosenMiniProgram(ctx),
    cookies(),
  ]);
  return (
    <DeskFrame
      person={{ name: person.name, email: person.email, role: person.role }}
      miniPrograms={miniPrograms}
      chosen={chosen}
      isSandboxOn={ctx.runtime.env.MINTDESK_SANDBOX === "on"}
      chooseMiniProgram={chooseMiniProgramAction}
      chooseLocale={chooseLocaleAction}
      startsFolded={jar.get(SIDE_BAR_COOKIE)?.value === "folded"}
    >
      <ProfileTheme theme={person.theme} />
      {children}
    </DeskFrame>
  );
}
