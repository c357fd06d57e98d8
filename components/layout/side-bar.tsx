"use client";

import { cn } from "@heroui/styles";
import Link from "next/link";
import type { DeskProps } from "@/components/layout/desk-props";
import { MiniProgramSwitch } from "@/components/layout/mini-program-switch";
import { ProductMark } from "@/components/layout/product-mark";
import { QuotaCard } from "@/components/layout/quota-card";
import { ScreenLinks } from "@/components/layout/screen-links";

type SideBarProps = Omit<DeskProps, "chooseLocale"> & { isFolded: boolean };

/** 240 px, folded 60 px; hidden on a phone, where the bottom sheet takes its place. */
export function SideBar({ isFolded, ...desk }: SideBarProps) {
  return (
    <aside
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col gap-4 border-e border-border bg-sidebar py-3.5 transition-[width] duration-150 md:flex",
        isFolded ? "w-sidebar-folded px-2" : "w-sidebar px-3",
      )}
    >
      <Link href="/" className={cn("px-1", isFolded && "flex justify-center px-0")}>
        <ProductMark isFolded={isFolded} />
      </Link>
      <MiniProgramSwitch {...desk} isFolded={isFolded} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ScreenLinks role={desk.person.role} isSandboxOn={desk.isSandboxOn} isFolded={isFolded} />
      </div>
      {desk.chosen ? <QuotaCard miniProgram={desk.chosen} isFolded={isFolded} /> : null}
    </aside>
  );
}
