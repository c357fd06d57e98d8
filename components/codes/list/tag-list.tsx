import { Chip } from "@heroui/react";

interface TagListProps {
  tags: readonly string[];
  /** How many have room; all by default. */
  most?: number;
}

/** Tags as chips; those without room become a number whose title names them. */
export function TagList({ tags, most = tags.length }: TagListProps) {
  const rest = tags.slice(most);
  return (
    <span className="flex flex-wrap gap-1">
      {tags.slice(0, most).map((tag) => (
        <Chip key={tag} size="sm" variant="soft" className="max-w-32">
          <Chip.Label className="truncate">{tag}</Chip.Label>
        </Chip>
      ))}
      {rest.length > 0 ? (
        <span title={rest.join("、")} className="text-xs leading-5 text-muted">
          +{rest.length}
        </span>
      ) : null}
    </span>
  );
}
