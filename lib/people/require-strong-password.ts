import { InvalidInputError } from "@/lib/core/errors";
import { passwordStrength } from "@/lib/people/password-strength";

/** Throws InvalidInputError passwordGuessable, with why, for a password that is easy to guess. */
export async function requireStrongPassword(
  password: string,
  field: string,
  known: readonly string[],
): Promise<void> {
  const { isEnough, weakness } = await passwordStrength(password, known);
  if (!isEnough)
    throw new InvalidInputError("passwordGuessable", field, { weakness: weakness ?? "short" });
}
