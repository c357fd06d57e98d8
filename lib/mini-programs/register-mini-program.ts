import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { sealAppSecret } from "@/lib/mini-programs/app-secret";
import { createMiniProgram } from "@/lib/mini-programs/create-mini-program";
import { RegisterMiniProgramInput } from "@/lib/mini-programs/schema";

/**
 * Registers a mini program with an empty ledger. Whether WeChat accepts the secret is a
 * question of its own (`checkCredentials`), so a wrong one can be registered and replaced.
 */
export async function registerMiniProgram(
  ctx: Context,
  input: RegisterMiniProgramInput,
  options: { isSandbox?: boolean } = {},
): Promise<{ id: string }> {
  authorize(ctx, "miniPrograms:write");
  const { appSecret, ...fields } = RegisterMiniProgramInput.parse(input);
  const id = uuidv7();
  const secretCiphertext = sealAppSecret(ctx.runtime, id, appSecret);
  const isSandbox = options.isSandbox ?? false;
  return translateConstraint({ mini_programs_wechat_app_id_key: "appIdTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      await createMiniProgram(tctx, { ...fields, id, isSandbox, secretCiphertext });
      return { id };
    }),
  );
}
