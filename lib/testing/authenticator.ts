import { Secret, TOTP } from "otpauth";

const STEP_MS = 30_000;

/** An authenticator app that was told this key: the code it shows at a moment. */
export function authenticator(secretText: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(secretText.replaceAll(" ", "")) });
  return {
    codeAt: (at: Date) => totp.generate({ timestamp: at.getTime() }),
    /** Of a step nearby: -1 is the one before, 1 the next. */
    codeAround: (at: Date, steps: number) =>
      totp.generate({ timestamp: at.getTime() + steps * STEP_MS }),
  };
}
