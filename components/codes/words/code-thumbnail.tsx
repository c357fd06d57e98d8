"use client";

import { cn } from "@heroui/styles";
import { STATUS_LOOKS } from "@/components/codes/words/status-looks";
import type { CodeStatus } from "@/lib/codes/schema";

interface CodeThumbnailProps {
  codeId: string;
  status: CodeStatus;
  className?: string;
  /** Silent where the name of the code stands beside it. */
  alt?: string;
}

/** The real picture, small, on a chequered ground; the status icon while there is none. */
export function CodeThumbnail({ codeId, status, className, alt = "" }: CodeThumbnailProps) {
  const Icon = STATUS_LOOKS[status].icon;
  return (
    <span
      className={cn(
        "grid shrink-0 place-items-center overflow-hidden rounded-lg border border-border chequered",
        className,
      )}
    >
      {status === "minted" ? (
        <img
          src={`/api/codes/${codeId}/picture?thumbnail=1`}
          alt={alt}
          loading="lazy"
          decoding="async"
          className="size-full object-contain"
        />
      ) : (
        <Icon aria-hidden className="size-1/2 max-w-8 text-zinc-500" strokeWidth={1.5} />
      )}
    </span>
  );
}
