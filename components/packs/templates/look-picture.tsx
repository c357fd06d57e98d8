import { cn } from "@heroui/styles";

interface LookPictureProps {
  template: { id: string; version: number };
  /** Null: the newest code. */
  codeId?: string | null;
  alt: string;
  isLarge?: boolean;
  className?: string;
}

/** A saved look with a real code on it, drawn by the server. */
export function LookPicture({
  template: { id, version },
  codeId = null,
  alt,
  isLarge = false,
  className,
}: LookPictureProps) {
  const query = new URLSearchParams({ v: String(version) });
  if (codeId) query.set("codeId", codeId);
  if (isLarge) query.set("size", "large");
  return (
    <span
      className={cn(
        "flex items-center justify-center overflow-hidden rounded-lg chequered p-2",
        className,
      )}
    >
      <img
        src={`/api/packs/templates/${id}/picture?${query.toString()}`}
        alt={alt}
        loading="lazy"
        decoding="async"
        className={cn(
          "min-w-0 object-contain drop-shadow-sm",
          isLarge ? "max-h-120 max-w-full" : "size-full",
        )}
      />
    </span>
  );
}
