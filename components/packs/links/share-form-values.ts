import { z } from "zod";
import { MakePackLinkInput } from "@/lib/packs/link-schema";

export const PROTECTIONS = ["none", "made", "own"] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** What the form of a link holds: everything as written, also where a switch leaves it out. */
export interface ShareFormValues {
  name: string;
  days: number;
  isLimited: boolean;
  takesMax: number;
  protection: Protection;
  password: string;
}

export const NEW_LINK: ShareFormValues = {
  name: "",
  days: 7,
  isLimited: true,
  takesMax: 5,
  protection: "none",
  password: "",
};

/** The form as the schema sees it; its issues carry the names of the form's fields. */
export const ShareForm = z
  .custom<ShareFormValues>()
  .transform(({ name, days, isLimited, takesMax, protection, password }) => ({
    name,
    days,
    takesMax: isLimited ? takesMax : null,
    password: protection === "none" ? null : password,
  }))
  .pipe(MakePackLinkInput.omit({ packId: true }));
