"use client";

import { Button, Drawer } from "@heroui/react";
import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DeskProps } from "@/components/layout/desk-props";
import { MiniProgramSwitch } from "@/components/layout/mini-program-switch";
import { QuotaCard } from "@/components/layout/quota-card";
import { ScreenLinks } from "@/components/layout/screen-links";

/** The side bar of a phone: a sheet from below, within reach of the thumb. */
export function PhoneMenu(desk: Omit<DeskProps, "chooseLocale">) {
  const t = useTranslations("frame");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button isIconOnly variant="ghost" aria-label={t("menu")} onPress={() => setOpen(true)}>
        <Menu />
      </Button>
      <Drawer.Backdrop isOpen={isOpen} onOpenChange={setOpen}>
        <Drawer.Content placement="bottom">
          <Drawer.Dialog aria-label={t("menu")} className="p-4">
            <Drawer.Handle />
            <Drawer.Body className="flex flex-col gap-4 text-foreground">
              <MiniProgramSwitch {...desk} />
              <ScreenLinks
                role={desk.person.role}
                isSandboxOn={desk.isSandboxOn}
                onFollow={() => setOpen(false)}
              />
              {desk.chosen ? (
                <QuotaCard miniProgram={desk.chosen} onFollow={() => setOpen(false)} />
              ) : null}
            </Drawer.Body>
          </Drawer.Dialog>
        </Drawer.Content>
      </Drawer.Backdrop>
    </>
  );
}
