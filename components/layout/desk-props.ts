import type { Locale } from "@/lib/i18n/locales";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";
import type { SignedInPerson } from "@/lib/people/schema";

export type ChooseLocale = (locale: Locale) => Promise<void>;

/** What the frame needs to know; read in the layout of the desk. */
export interface DeskProps {
  person: Pick<SignedInPerson, "name" | "email" | "role">;
  miniPrograms: readonly MiniProgramRow[];
  chosen: MiniProgramRow | null;
  isSandboxOn: boolean;
  chooseMiniProgram: (miniProgramId: string) => Promise<void>;
  chooseLocale: ChooseLocale;
}
