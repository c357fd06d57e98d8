import { createHash } from "node:crypto";
import { Secret as OtpSecret } from "otpauth";
import type { TransactionContext } from "@/lib/db/transaction";
import { RECOVERY_CODE_COUNT } from "@/lib/people/second-factor-schema";

const CODE_BYTES = 10;

/** Letters and digits only, as they were drawn; what looks alike is one. */
function normalize(code: string): string {
  return code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("0", "O")
    .replaceAll("1", "I")
    .replaceAll("8", "B");
}

/** What the database keeps: 80 random bits need no slow hash. */
export function hashRecoveryCode(code: string): string {
  return createHash("sha256").update(normalize(code)).digest("hex");
}

/** Gives a person ten new codes in place of all they had. */
export async function replaceRecoveryCodes(
  { tx }: TransactionContext,
  userId: string,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODE_COUNT }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashRecoveryCode(code) })),
  });
  return codes;
}

/** 80 random bits as `ABCD-EFGH-IJKL-MNOP`. */
function newRecoveryCode(): string {
  const text = new OtpSecret({ size: CODE_BYTES }).base32;
  return (text.match(/.{4}/g) ?? []).join("-");
}
