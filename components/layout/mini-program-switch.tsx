"use client";

import { Button, Description, Dropdown, Label, Separator } from "@heroui/react";
import { cn } from "@heroui/styles";
import { ChevronsUpDown, Plus, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { DeskProps } from "@/components/layout/desk-props";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";

interface MiniProgramSwitchProps extends Pick<
  DeskProps,
  "person" | "miniPrograms" | "chosen" | "chooseMiniProgram"
> {
  isFolded?: boolean;
}

const REGISTER = "register";

/** The mini program everything on the desk is about, in two lines: name and AppID. */
export function MiniProgramSwitch({
  person,
  miniPrograms,
  chosen,
  chooseMiniProgram,
  isFolded = false,
}: MiniProgramSwitchProps) {
  const t = useTranslations("frame.miniProgram");
  const [isPending, startTransition] = useTransition();
  const mayRegister = ROLE_PERMISSIONS[person.role].includes("miniPrograms:write");
  const name = chosen?.name ?? t("none");
  const appId = chosen?.wechatAppId ?? (mayRegister ? t("noneHint") : t("ask"));
  return (
    <Dropdown>
      <Button
        variant="outline"
        isPending={isPending}
        aria-label={isFolded ? t("current", { name, appId }) : undefined}
        className={cn(
          "h-auto min-h-11 w-full justify-start gap-2.5 bg-surface px-2 py-1.5 text-start",
          isFolded && "justify-center px-0",
        )}
      >
        <span className="grid size-7 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-soft-foreground">
          <Smartphone />
        </span>
        {isFolded ? null : (
          <>
            <span className="min-w-0 flex-1">
              <span className="block truncate leading-4.5">{name}</span>
              <span className="block truncate font-mono text-[11px] leading-4 font-normal text-muted">
                {appId}
              </span>
            </span>
            <ChevronsUpDown className="text-muted" />
          </>
        )}
      </Button>
      <Dropdown.Popover placement="bottom start" className="min-w-64">
        <Dropdown.Menu
          aria-label={t("choose")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={chosen ? [chosen.id] : []}
          onAction={(key) => {
            if (key !== REGISTER) startTransition(() => chooseMiniProgram(String(key)));
          }}
        >
          {miniPrograms.map((miniProgram) => (
            <Dropdown.Item
              key={miniProgram.id}
              id={miniProgram.id}
              textValue={`${miniProgram.name} ${miniProgram.wechatAppId}`}
            >
              <Dropdown.ItemIndicator />
              <div className="flex min-w-0 flex-col">
                <Label className="truncate">{miniProgram.name}</Label>
                <Description className="truncate font-mono text-[11px]">
                  {miniProgram.wechatAppId}
                </Description>
              </div>
            </Dropdown.Item>
          ))}
          {mayRegister && miniPrograms.length > 0 ? <Separator /> : null}
          {mayRegister ? (
            <Dropdown.Item id={REGISTER} href="/mini-programs/new" textValue={t("register")}>
              <Plus aria-hidden className="absolute start-2 size-3.5 text-muted" />
              <Label>{t("register")}</Label>
            </Dropdown.Item>
          ) : null}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
