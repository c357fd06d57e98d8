import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** One sentence: what this screen is for. */
  description?: ReactNode;
  actions?: ReactNode;
  /** Only below the second level: the screens above this one. */
  trail?: readonly { href: string; label: string }[];
}

/** Top of every screen. */
export async function PageHeader({ title, description, actions, trail }: PageHeaderProps) {
  const t = await getTranslations("frame");
  return (
    <header className="mb-5">
      {trail ? (
        <nav aria-label={t("trail")} className="mb-1.5 flex items-center gap-1 text-xs text-muted">
          {trail.map(({ href, label }) => (
            <span key={href} className="flex items-center gap-1">
              <Link href={href} className="hover:text-foreground hover:underline">
                {label}
              </Link>
              <ChevronRight aria-hidden className="size-3" />
            </span>
          ))}
        </nav>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-xl leading-7 font-semibold break-words">{title}</h1>
          {description ? <p className="mt-0.5 text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
