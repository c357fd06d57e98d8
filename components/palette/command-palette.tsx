"use client";

import { Button, Kbd, Modal } from "@heroui/react";
import { cn } from "@heroui/styles";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { DeskProps } from "@/components/layout/desk-props";
import { PalettePane } from "@/components/palette/palette-pane";
import { useIsApple, useShortcut } from "@/components/palette/use-shortcut";

type CommandPaletteProps = Pick<
  DeskProps,
  "person" | "miniPrograms" | "isSandboxOn" | "chooseLocale"
>;

/** Search and actions for the whole desk: a button in the top bar, and ⌘K or Ctrl-K from anywhere. */
export function CommandPalette({
  person,
  miniPrograms,
  isSandboxOn,
  chooseLocale,
}: CommandPaletteProps) {
  const t = useTranslations("frame.palette");
  const isApple = useIsApple();
  const [isOpen, setOpen] = useState(false);
  useShortcut(useCallback(() => setOpen((wasOpen) => !wasOpen), []));
  return (
    <>
      <Button
        variant="outline"
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
        className="text-muted max-md:w-9 max-md:border-transparent max-md:bg-transparent max-md:px-0 md:me-1.5 md:w-60 md:justify-start md:gap-2 md:ps-2.5 md:pe-1.5"
      >
        <Search aria-hidden className="max-md:text-foreground" />
        <span className="font-normal max-md:sr-only">{t("open")}</span>
        <Kbd
          aria-hidden
          className={cn(
            "ms-auto h-5.5 rounded-md px-1.5 text-xs [word-spacing:normal] max-md:hidden",
            isApple === null && "invisible",
          )}
        >
          {isApple ? "⌘K" : t("ctrlK")}
        </Kbd>
      </Button>
      <Modal.Backdrop isOpen={isOpen} onOpenChange={setOpen}>
        <Modal.Container placement="top" className="sm:pt-[12vh]">
          <Modal.Dialog
            aria-label={t("title")}
            className="max-h-full max-w-xl overflow-clip rounded-xl p-0"
          >
            <PalettePane
              role={person.role}
              isSandboxOn={isSandboxOn}
              namesMiniPrograms={miniPrograms.length > 1}
              chooseLocale={chooseLocale}
              onDone={() => setOpen(false)}
            />
          </Modal.Dialog>
        </Modal.Container>
      </Modal.Backdrop>
    </>
  );
}
