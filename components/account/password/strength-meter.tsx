"use client";

import { Meter } from "@heroui/react";
import { useTranslations } from "next-intl";
import { usePasswordRating } from "@/components/account/password/use-password-rating";
import type { RatingProps } from "@/components/account/password/use-password-rating";
import type { PasswordRating } from "@/lib/people/profile-schema";
import { PASSWORD_MIN_LENGTH } from "@/lib/people/schema";

const MOST = 4;

interface StrengthMeterProps extends RatingProps {
  password: string;
}

/** Below a new password: how hard it is to guess, and why it is easy. */
export function StrengthMeter({ password, ...rating }: StrengthMeterProps) {
  const t = useTranslations("people.strength");
  const rated = usePasswordRating(password, rating);
  return (
    <div className="-mt-1 flex flex-col gap-1.5">
      <Meter
        aria-label={t("label")}
        value={rated ? rated.score + 1 : 0}
        maxValue={MOST + 1}
        valueLabel={rated ? t(`scores.${rated.score}`) : t("unknown")}
        color={rated ? colorOf(rated) : "default"}
        size="sm"
      >
        <Meter.Track className="h-1.5 rounded-full bg-quota-track">
          <Meter.Fill />
        </Meter.Track>
      </Meter>
      <p aria-live="polite" className="min-h-4 text-xs text-muted">
        {rated ? (
          <>
            <span className="font-medium text-foreground">{t(`scores.${rated.score}`)}</span>
            {rated.weakness && !rated.isEnough ? ` ${t(rated.weakness)}` : null}
          </>
        ) : password.length < PASSWORD_MIN_LENGTH ? (
          t("help", { least: PASSWORD_MIN_LENGTH })
        ) : null}
      </p>
    </div>
  );
}

function colorOf({ isEnough, score }: PasswordRating): "success" | "warning" | "danger" {
  if (isEnough) return "success";
  return score === 2 ? "warning" : "danger";
}
