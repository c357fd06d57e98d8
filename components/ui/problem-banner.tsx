"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { TextLink } from "@/components/ui/text-link";
import { useErrorText } from "@/components/ui/use-error-text";
import type { PublicError } from "@/lib/web/public-error";

/** What the server refused and why. Comes into view by itself; renders nothing without a problem. */
export function ProblemBanner({ problem }: { problem: PublicError | null }) {
  const t = useTranslations("common");
  const errorText = useErrorText();
  const pathname = usePathname();
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) banner.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);
  return (
    <div ref={banner} role="alert" className="empty:hidden">
      {problem ? (
        <Alert status="danger">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>{t("notDone")}</Alert.Title>
            <Alert.Description>
              {errorText(problem.reason, problem.values)}
              {problem.code === "not_signed_in" ? (
                <>
                  {" "}
                  <TextLink href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
                    {t("signInAgain")}
                  </TextLink>
                </>
              ) : null}
            </Alert.Description>
          </Alert.Content>
        </Alert>
      ) : null}
    </div>
  );
}
