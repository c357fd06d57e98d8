"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { SIDE_BAR_COOKIE } from "@/components/layout/side-bar-cookie";
import type { DeskProps } from "@/components/layout/desk-props";
import { SideBar } from "@/components/layout/side-bar";
import { TopBar } from "@/components/layout/top-bar";

interface DeskFrameProps extends DeskProps {
  startsFolded: boolean;
  children: ReactNode;
}

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Side bar, top bar, and the screen between them. */
export function DeskFrame({ startsFolded, children, ...desk }: DeskFrameProps) {
  const t = useTranslations("frame");
  const [isFolded, setFolded] = useState(startsFolded);

  function toggleFold() {
    setFolded(!isFolded);
    document.cookie = `${SIDE_BAR_COOKIE}=${isFolded ? "open" : "folded"};path=/;max-age=${A_YEAR_SECONDS};samesite=lax`;
  }

  return (
    <div className="flex min-h-dvh">
      <a
        href="#screen"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-3 focus:py-2"
      >
        {t("skip")}
      </a>
      <SideBar {...desk} isFolded={isFolded} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar {...desk} isFolded={isFolded} onFold={toggleFold} />
        <main
          id="screen"
          tabIndex={-1}
          className="mx-auto w-full max-w-content flex-1 px-4 pt-3 pb-12 outline-none md:px-6"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
