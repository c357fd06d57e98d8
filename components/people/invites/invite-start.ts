import type { InvitePersonInput } from "@/lib/people/account-link-schema";

/** What the invite form begins with. */
export const NEW_INVITE: InvitePersonInput = { email: "", name: "", role: "operator", days: 7 };
