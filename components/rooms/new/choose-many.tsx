"use client";

import { SearchField, Tag, TagGroup, useFilter } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { useRoomForm } from "@/components/rooms/new/use-room-form";
import { TickRow } from "@/components/rooms/new/tick-row";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { ROOM_CHOICES_MAX } from "@/lib/rooms/schema";

export interface Named {
  id: string;
  name: string;
}

const SEARCHED_FROM = 7;

interface ChooseManyProps {
  name: "slice.campaignIds" | "slice.miniProgramIds";
  label: string;
  searchLabel: string;
  /** What choosing none means. */
  help: string;
  noneText: string;
  known: readonly Named[];
}

/** Any number of things with a name: found by it, ticked, and taken away again above the list. */
export function ChooseMany(props: ChooseManyProps) {
  const { name, label, searchLabel, help, noneText, known } = props;
  const t = useTranslations("logRooms.new");
  const errorText = useErrorText();
  const { contains } = useFilter({ sensitivity: "base" });
  const { control } = useRoomForm();
  const { field, fieldState } = useController({ control, name });
  const [search, setSearch] = useState("");
  const chosen = field.value;
  const found = known.filter((one) => contains(one.name, search.trim()));
  const message = fieldState.error?.message;

  const put = (id: string, isChosen: boolean) =>
    field.onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));

  return (
    <fieldset ref={field.ref} tabIndex={-1} className="flex min-w-0 flex-col gap-2 outline-none">
      <legend className="mb-1 w-full">
        <FieldLabel count={{ used: chosen.length, most: ROOM_CHOICES_MAX }}>{label}</FieldLabel>
      </legend>
      <p className="text-xs text-muted">{help}</p>
      <ChosenTags
        label={label}
        chosen={known.filter(({ id }) => chosen.includes(id))}
        onRemove={(id) => put(id, false)}
      />
      {known.length < SEARCHED_FROM ? null : (
        <SearchField fullWidth aria-label={searchLabel} value={search} onChange={setSearch}>
          <SearchField.Group>
            <SearchField.SearchIcon />
            <SearchField.Input placeholder={searchLabel} />
            <SearchField.ClearButton />
          </SearchField.Group>
        </SearchField>
      )}
      <ul
        aria-label={label}
        className="flex max-h-52 flex-col overflow-y-auto rounded-lg border border-border p-1 empty:hidden"
      >
        {found.map((one) => (
          <li key={one.id}>
            <TickRow isTicked={chosen.includes(one.id)} onTick={(is) => put(one.id, is)}>
              {one.name}
            </TickRow>
          </li>
        ))}
      </ul>
      {found.length > 0 ? null : (
        <p className="text-sm text-muted">{known.length === 0 ? noneText : t("noMatch")}</p>
      )}
      {message ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(message)}
        </p>
      ) : null}
    </fieldset>
  );
}

interface ChosenTagsProps {
  label: string;
  chosen: readonly Named[];
  onRemove: (id: string) => void;
}

function ChosenTags({ label, chosen, onRemove }: ChosenTagsProps) {
  const t = useTranslations("logRooms.new");
  if (chosen.length === 0) return null;
  return (
    <TagGroup
      aria-label={label}
      size="sm"
      onRemove={(keys) => chosen.forEach(({ id }) => (keys.has(id) ? onRemove(id) : undefined))}
    >
      <TagGroup.List className="flex flex-wrap gap-1.5">
        {chosen.map(({ id, name }) => (
          <Tag key={id} id={id} textValue={name}>
            <span className="max-w-48 truncate">{name}</span>
            <Tag.RemoveButton aria-label={t("remove", { name })} />
          </Tag>
        ))}
      </TagGroup.List>
    </TagGroup>
  );
}
