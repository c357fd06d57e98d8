"use client";

import { Button } from "@heroui/react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { SecondFactorSetup } from "@/components/account/second-factor-setup";
import type { SecondFactorVerbs } from "@/components/account/second-factor-verbs";

interface SecondFactorFirstProps {
  email: string;
  next: string;
  begin: SecondFactorVerbs["begin"];
  confirm: SecondFactorVerbs["confirm"];
}

/** Setting it up where the desk asks for it, before the first screen; the way out is to sign out. */
export function SecondFactorFirst({ email, next, begin, confirm }: SecondFactorFirstProps) {
  const t = useTranslations("account.secondFactor.first");
  return (
    <div className="w-full max-w-sm">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("lead")}</p>
      <SecondFactorSetup
        begin={begin}
        confirm={confirm}
        // A full load: what was refused before is asked for anew.
        onDone={() => window.location.assign(next)}
      />
      <p className="mt-8 flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <span className="break-all">{email}</span>
        <Button
          size="sm"
          variant="ghost"
          className="h-auto px-0 py-0 text-xs text-link underline underline-offset-2"
          onPress={() => signOut({ callbackUrl: "/sign-in" })}
        >
          {t("signOut")}
        </Button>
      </p>
    </div>
  );
}
