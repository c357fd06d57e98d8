import { buttonVariants } from "@heroui/styles";
import type { ButtonVariants } from "@heroui/styles";
import Link from "next/link";
import type { ReactNode } from "react";

interface ButtonLinkProps {
  href: string;
  variant?: ButtonVariants["variant"];
  size?: ButtonVariants["size"];
  children: ReactNode;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ href, variant = "primary", size = "md", children }: ButtonLinkProps) {
  return (
    <Link href={href} className={buttonVariants({ variant, size })}>
      {children}
    </Link>
  );
}
