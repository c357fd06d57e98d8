"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { PasswordRating, RatePasswordInput } from "@/lib/people/profile-schema";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/people/schema";
import type { ActionResult } from "@/lib/web/define-action";

const PATIENCE_MS = 400;

export interface RatingProps {
  rate: (input: RatePasswordInput) => Promise<ActionResult<PasswordRating>>;
  /** Of an invite or a reset, for those who are not signed in. */
  token: string | null;
}

/**
 * How hard a password is to guess, asked once it has stood still for a moment. Null while that is not known:
 * a meter that cannot be asked hinders nobody, for the server judges once more when the password is sent.
 */
export function usePasswordRating(
  password: string,
  { rate, token }: RatingProps,
): PasswordRating | null {
  const [rated, setRated] = useState<{ password: string; rating: PasswordRating } | null>(null);
  const isAskable =
    password.length >= PASSWORD_MIN_LENGTH && password.length <= PASSWORD_MAX_LENGTH;

  const ask = useEffectEvent(async (still: string) => {
    try {
      const answer = await rate({ password: still, token });
      if (answer.ok) setRated({ password: still, rating: answer.data });
    } catch {
      setRated(null);
    }
  });

  useEffect(() => {
    if (!isAskable) return;
    const timer = setTimeout(() => void ask(password), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isAskable, password]);

  return isAskable && rated?.password === password ? rated.rating : null;
}
