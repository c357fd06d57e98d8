import type { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, InvalidInputError, NotFoundError } from "@/lib/core/errors";
import type { Prisma } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { withTransaction } from "@/lib/db/transaction";
import { sealAppSecret } from "@/lib/mini-programs/app-secret";
import { forgetToken } from "@/lib/mini-programs/forget-token";
import { ChooseTokenSourceInput } from "@/lib/mini-programs/schema";
import { isSameOrigin } from "@/lib/mini-programs/test-token-server";
import { sealHeaderSecret } from "@/lib/mini-programs/token-server-secret";

type Chosen = z.output<typeof ChooseTokenSourceInput>;
type Current = Prisma.MiniProgramGetPayload<{
  include: { tokenServer: true; authorization: true };
}>;

/**
 * Says where a mini program's tokens come from and keeps the secrets that were filled in; an
 * empty one leaves the stored secret. The present token is dropped and the last check forgotten.
 */
export async function chooseTokenSource(ctx: Context, input: ChooseTokenSourceInput) {
  authorize(ctx, "miniPrograms:write");
  const chosen = ChooseTokenSourceInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.miniProgram.findUnique({
      where: { id: chosen.id },
      include: { tokenServer: true, authorization: true },
    });
    if (!before) throw new NotFoundError("miniProgram");
    const hasNewSecret = await keepWay(tctx, before, chosen);
    await forgetToken(tctx, before, { tokenSource: chosen.tokenSource });
    const target = { kind: "mini_program", id: before.id, label: before.name } as const;
    if (before.tokenSource === chosen.tokenSource && "appSecret" in chosen && hasNewSecret) {
      await appendEntry(tctx, { action: "mini_program.secret_rotated", target, details: {} });
      return;
    }
    await appendEntry(tctx, {
      action: "mini_program.token_source_chosen",
      target,
      changes:
        before.tokenSource === chosen.tokenSource
          ? {}
          : { tokenSource: { from: before.tokenSource, to: chosen.tokenSource } },
      details: {
        tokenServerUrl: chosen.tokenSource === "token_server" ? chosen.url : null,
        hasNewSecret,
      },
    });
  });
}

/** Whether a new secret was kept. */
async function keepWay(ctx: TransactionContext, before: Current, chosen: Chosen): Promise<boolean> {
  switch (chosen.tokenSource) {
    case "stable":
    case "classic":
      return keepAppSecret(ctx, before, chosen.appSecret);
    case "token_server":
      return keepTokenServer(ctx, before, chosen);
    case "platform":
      if (!before.authorization || before.authorization.withdrawnAt) {
        throw new ConflictError("authorizationMissing");
      }
      return false;
  }
}

async function keepAppSecret(
  ctx: TransactionContext,
  { id, secretCiphertext }: Current,
  appSecret: string,
): Promise<boolean> {
  if (appSecret === "") {
    if (secretCiphertext === null) throw new InvalidInputError("appSecretMissing", "appSecret");
    return false;
  }
  await ctx.tx.miniProgram.update({
    where: { id },
    data: { secretCiphertext: sealAppSecret(ctx.runtime, id, appSecret) },
  });
  return true;
}

async function keepTokenServer(
  ctx: TransactionContext,
  { id, tokenServer: before }: Current,
  { url, headerName, headerSecret, tokenPath, expiryPath }: Extract<Chosen, { url: string }>,
): Promise<boolean> {
  const mayKeep = before !== null && isSameOrigin(before.url, url);
  // A stored secret must not be sent to a server it was not given for.
  if (headerSecret === "" && headerName !== "" && !(mayKeep && before.secretCiphertext)) {
    throw new InvalidInputError("headerSecretMissing", "headerSecret");
  }
  const stored = mayKeep ? before.secretCiphertext : null;
  const sealed = headerSecret === "" ? stored : sealHeaderSecret(ctx.runtime, id, headerSecret);
  const secretCiphertext = headerName === "" ? null : sealed;
  const fields = { url, headerName, secretCiphertext, tokenPath, expiryPath };
  await ctx.tx.tokenServer.upsert({
    where: { miniProgramId: id },
    create: { miniProgramId: id, ...fields },
    update: fields,
  });
  return headerSecret !== "";
}
