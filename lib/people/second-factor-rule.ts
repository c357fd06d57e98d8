import type { User } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";

/** Whether the desk's rule asks this role for a second factor. */
export async function asksForSecondFactor(db: Transaction, role: User["role"]): Promise<boolean> {
  const settings = await db.deskSettings.findUnique({ where: { id: 1 } });
  if (settings?.secondFactor === "everyone") return true;
  return settings?.secondFactor === "admins" && role === "admin";
}

/** Whether they have to set one up before anything else; it guards passwords, so who has none needs none. */
export async function lacksSecondFactor(
  db: Transaction,
  user: Pick<User, "role" | "passwordHash" | "totpConfirmedAt">,
): Promise<boolean> {
  if (user.totpConfirmedAt || user.passwordHash === null) return false;
  return asksForSecondFactor(db, user.role);
}
