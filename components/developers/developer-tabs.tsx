import { cn } from "@heroui/styles";
import Link from "next/link";
import { useTranslations } from "next-intl";

const TABS = [
  { name: "reference", href: "/developers" },
  { name: "webhooks", href: "/developers/webhooks" },
] as const;

/** Calls that programs make, and messages that programs get; for those who may open both. */
export function DeveloperTabs({ here }: { here: (typeof TABS)[number]["name"] }) {
  const t = useTranslations("developers.tabs");
  return (
    <nav aria-label={t("label")} className="mb-5 flex gap-5 border-b border-separator">
      {TABS.map(({ name, href }) => (
        <Link
          key={name}
          href={href}
          aria-current={name === here ? "page" : undefined}
          className={cn(
            "-mb-px border-b-2 border-transparent px-0.5 pb-2 text-muted transition-colors hover:text-foreground",
            name === here && "border-accent font-medium text-foreground",
          )}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
