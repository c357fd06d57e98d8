import { Chip } from "@heroui/react";

const SHOWN = 3;

/** The first few tags; the rest as a number whose title names them. */
export function TagList({ tags }: { tags: readonly string[] }) {
  const rest = tags.slice(SHOWN);
  return (
    <span className="flex flex-wrap gap-1">
      {tags.slice(0, SHOWN).map((tag) => (
        <Chip key={tag} size="sm" variant="soft" className="max-w-32">
          <Chip.Label className="truncate">{tag}</Chip.Label>
        </Chip>
      ))}
      {rest.length > 0 ? (
        <span title={rest.join("、")} className="text-muted text-xs leading-5">
          +{rest.length}
        </span>
      ) : null}
    </span>
  );
}
