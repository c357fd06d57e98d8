import Link from "next/link";
import type { ReactNode } from "react";

/** A link in running text: the only blue thing on a screen. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-link underline underline-offset-2">
      {children}
    </Link>
  );
}
