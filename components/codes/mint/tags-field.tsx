"use client";

import { Description, Input, Tag, TagGroup, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addTags } from "@/components/codes/mint/add-tags";
import { FieldLabel } from "@/components/ui/field-label";
import { TAG_MAX_LENGTH, TAGS_MAX_COUNT } from "@/lib/codes/schema";

interface TagsFieldProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Words to find codes by: Enter or a comma sets one. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const t = useTranslations("newCode.tags");
  const [text, setText] = useState("");

  function take(written: string) {
    onChange(addTags(tags, written));
    setText("");
  }

  return (
    <div className="flex flex-col gap-2">
      <TextField
        fullWidth
        value={text}
        onChange={(written) => (/[,\uFF0C、\n]/.test(written) ? take(written) : setText(written))}
        onBlur={() => take(text)}
        isDisabled={tags.length >= TAGS_MAX_COUNT}
        maxLength={TAG_MAX_LENGTH}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) {
            event.preventDefault();
            take(text);
          }
          if (event.key === "Backspace" && text === "" && tags.length > 0) {
            onChange(tags.slice(0, -1));
          }
        }}
      >
        <FieldLabel note={t("optional")} count={{ used: tags.length, most: TAGS_MAX_COUNT }}>
          {t("label")}
        </FieldLabel>
        <Input placeholder={t("placeholder")} />
        <Description>{t("help")}</Description>
      </TextField>
      {tags.length > 0 ? (
        <TagGroup
          aria-label={t("label")}
          size="sm"
          onRemove={(keys) => onChange(tags.filter((tag) => !keys.has(tag)))}
        >
          <TagGroup.List className="flex flex-wrap gap-1.5">
            {tags.map((tag) => (
              <Tag key={tag} id={tag} textValue={tag}>
                {tag}
                <Tag.RemoveButton aria-label={t("remove", { tag })} />
              </Tag>
            ))}
          </TagGroup.List>
        </TagGroup>
      ) : null}
    </div>
  );
}
