import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import type { Platform } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import { openPlatformSecret, sealPlatformSecret } from "@/lib/platforms/platform-secret";
import { UpdatePlatformInput } from "@/lib/platforms/schema";
import type { Runtime } from "@/lib/runtime";
import { dropToken } from "@/lib/wechat-state/drop-token";

/**
 * Renames a platform and replaces the secrets that were filled in. After a new encoding key the
 * one before stays valid for pushes, because WeChat goes on using it for a while.
 */
export async function updatePlatform(ctx: Context, input: UpdatePlatformInput): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { id, name, ...secrets } = UpdatePlatformInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.platform.findUnique({ where: { id } });
    if (!before) throw new NotFoundError("platform");
    const changes = fieldChanges(before, { name });
    const replaced = Object.entries(secrets).flatMap(([secret, value]) => (value ? [secret] : []));
    if (Object.keys(changes).length === 0 && replaced.length === 0) return;
    await tctx.tx.platform.update({
      where: { id },
      data: { name, ...sealReplaced(ctx.runtime, before, secrets) },
    });
    // A token that came of the old secret must not outlive it.
    if (secrets.componentSecret) await dropToken(tctx, id);
    await appendEntry(tctx, {
      action: "platform.updated",
      target: { kind: "platform", id, label: name },
      changes,
      details: { replacedSecrets: replaced },
    });
  });
}

function sealReplaced(
  runtime: Runtime,
  before: Platform,
  secrets: { componentSecret: string; pushToken: string; encodingKey: string },
) {
  const { id } = before;
  const { componentSecret, pushToken, encodingKey } = secrets;
  const current = () =>
    openPlatformSecret(runtime, id, "encoding_key", before.encodingKeyCiphertext).reveal();
  return {
    ...(componentSecret && {
      secretCiphertext: sealPlatformSecret(runtime, id, "secret", componentSecret),
    }),
    ...(pushToken && {
      pushTokenCiphertext: sealPlatformSecret(runtime, id, "push_token", pushToken),
    }),
    ...(encodingKey && {
      encodingKeyCiphertext: sealPlatformSecret(runtime, id, "encoding_key", encodingKey),
      previousKeyCiphertext: sealPlatformSecret(runtime, id, "previous_key", current()),
    }),
  };
}
