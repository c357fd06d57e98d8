import QRCode from "qrcode";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { requireOwnUser } from "@/lib/people/require-own-user";
import type { NewSecondFactor } from "@/lib/people/second-factor-schema";
import { newTotpSecret, sealTotp, totpUri } from "@/lib/people/totp";

const QR_MARGIN_MODULES = 4;

/**
 * Draws a secret for the caller's app. It opens and guards nothing until its first code was given, so beginning anew
 * only takes the earlier one's place. Throws ConflictError when a second factor is on, or there is no password to guard.
 */
export async function beginSecondFactor(ctx: Context): Promise<NewSecondFactor> {
  authorize(ctx, "account:write");
  const user = await requireOwnUser(ctx);
  if (user.passwordHash === null) throw new ConflictError("secondFactorNeedsPassword");
  const secret = newTotpSecret();
  const totpCiphertext = sealTotp(ctx.runtime, user.id, secret);
  const { count } = await withTransaction(ctx, ({ tx }) =>
    tx.user.updateMany({ where: { id: user.id, totpConfirmedAt: null }, data: { totpCiphertext } }),
  );
  if (count === 0) throw new ConflictError("secondFactorAlreadyOn");
  const uri = totpUri(secret, user.email);
  return {
    uri,
    secretText: (secret.reveal().match(/.{1,4}/g) ?? []).join(" "),
    qrSvg: await QRCode.toString(uri, { type: "svg", margin: QR_MARGIN_MODULES }),
  };
}
