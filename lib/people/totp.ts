import { Secret as OtpSecret, TOTP } from "otpauth";
import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { Runtime } from "@/lib/runtime";

const SECRET_BYTES = 20;
const DIGITS = 6;
const PERIOD_SECONDS = 30;
/** Clocks of phones are a little off: the step before and the one after count too. */
const WINDOW_STEPS = 1;
/** As the list in an app calls us. */
const ISSUER = "Mintdesk";

const place = (userId: string) => `users|totp|${userId}`;

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: "SHA1",
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: OtpSecret.fromBase32(secret.reveal()),
  });
}

/** 160 random bits for a new second factor. */
export function newTotpSecret(): Secret {
  return new Secret(new OtpSecret({ size: SECRET_BYTES }).base32);
}

/** The address apps read from a QR code. */
export function totpUri(secret: Secret, email: string): string {
  return totpOf(secret, email).toString();
}

export function sealTotp(runtime: Runtime, userId: string, secret: Secret): string {
  return sealSecret(runtime.env.MINTDESK_SECRET, place(userId), secret);
}

/** The 30-second step these six digits belong to, or null when they are wrong now. */
export function totpStep(
  runtime: Runtime,
  user: { id: string; totpCiphertext: string | null },
  digits: string,
  now: Date,
): bigint | null {
  if (!user.totpCiphertext) return null;
  const secret = openSecret(runtime.env.MINTDESK_SECRET, place(user.id), user.totpCiphertext);
  const totp = totpOf(secret, user.id);
  const timestamp = now.getTime();
  const delta = totp.validate({ token: digits, window: WINDOW_STEPS, timestamp });
  return delta === null ? null : BigInt(totp.counter({ timestamp }) + delta);
}
