import { Kbd } from "@heroui/react";
import { useTranslations } from "next-intl";

const KEYS = [
  { name: "move", keys: ["↑", "↓"] },
  { name: "choose", keys: ["↵"] },
  { name: "close", keys: ["Esc"] },
] as const;

/** The three keys it takes; a phone has none of them. */
export function KeysHint() {
  const t = useTranslations("frame.palette.keys");
  return (
    <p className="flex gap-4 border-t border-separator px-3.5 py-2 text-xs text-muted max-sm:hidden">
      {KEYS.map(({ name, keys }) => (
        <span key={name} className="flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key} className="h-5 rounded-md px-1.5 text-xs">
              {key}
            </Kbd>
          ))}
          {t(name)}
        </span>
      ))}
    </p>
  );
}
