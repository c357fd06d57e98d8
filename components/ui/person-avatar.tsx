import { Avatar } from "@heroui/react";

/** The first character of a name, or the last of a Chinese one, where the given name is. */
function initialOf(name: string): string {
  const characters = [...name.trim()];
  const isChinese = /^\p{Script=Han}+$/u.test(name.trim());
  return (isChinese ? characters.at(-1) : characters[0])?.toUpperCase() ?? "?";
}

/** Stands beside the name it belongs to, so it is silent for screen readers. */
export function PersonAvatar({ name }: { name: string }) {
  return (
    <Avatar
      size="sm"
      color="accent"
      variant="soft"
      aria-hidden
      className="size-7 shrink-0 rounded-full"
    >
      <Avatar.Fallback className="text-xs">{initialOf(name)}</Avatar.Fallback>
    </Avatar>
  );
}
