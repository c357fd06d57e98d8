import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { sealPlatformSecret } from "@/lib/platforms/platform-secret";
import { RegisterPlatformInput } from "@/lib/platforms/schema";

/**
 * Registers a third-party platform. Nothing works before WeChat has pushed its first ticket
 * to the address the platform's page shows.
 */
export async function registerPlatform(
  ctx: Context,
  input: RegisterPlatformInput,
  options: { isSandbox?: boolean } = {},
): Promise<{ id: string }> {
  authorize(ctx, "miniPrograms:write");
  const { name, componentAppId, ...secrets } = RegisterPlatformInput.parse(input);
  const id = uuidv7();
  const { runtime } = ctx;
  return translateConstraint({ platforms_component_app_id_key: "platformTaken" }, () =>
    withTransaction(ctx, async (tctx) => {
      await tctx.tx.platform.create({
        data: {
          id,
          name,
          componentAppId,
          isSandbox: options.isSandbox ?? false,
          secretCiphertext: sealPlatformSecret(runtime, id, "secret", secrets.componentSecret),
          pushTokenCiphertext: sealPlatformSecret(runtime, id, "push_token", secrets.pushToken),
          encodingKeyCiphertext: sealPlatformSecret(
            runtime,
            id,
            "encoding_key",
            secrets.encodingKey,
          ),
          createdAt: ctx.now(),
        },
      });
      await appendEntry(tctx, {
        action: "platform.registered",
        target: { kind: "platform", id, label: name },
        details: { componentAppId },
      });
      return { id };
    }),
  );
}
