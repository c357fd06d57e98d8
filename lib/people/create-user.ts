import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { appendEntry } from "@/lib/audit/append-entry";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { hashPassword } from "@/lib/people/hash-password";
import { requireStrongPassword } from "@/lib/people/require-strong-password";
import { CreateUserInput } from "@/lib/people/schema";

/** Makes an account. Only an admin may, or the start that makes the first one, whose password the operator chose. */
export async function createUser(ctx: Context, input: CreateUserInput): Promise<{ id: string }> {
  authorize(ctx, "people:write");
  const { password, ...fields } = CreateUserInput.parse(input);
  if (ctx.actor.kind !== "job") {
    await requireStrongPassword(password, "password", [fields.name, fields.email]);
  }
  const passwordHash = await hashPassword(password);
  return translateConstraint({ users_email_key: "emailTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      const user = await tctx.tx.user.create({ data: { ...fields, passwordHash } });
      await appendEntry(tctx, {
        action: "user.created",
        target: { kind: "user", id: user.id, label: user.name },
        details: { role: user.role },
      });
      return { id: user.id };
    }),
  );
}
