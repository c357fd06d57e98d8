"use client";

import {
  Autocomplete,
  Description,
  Label,
  ListBox,
  SearchField,
  Select,
  useFilter,
} from "@heroui/react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";

/** With more of them a search stands above the list. */
export const SEARCHED_FROM = 13;

export interface SheetColumn {
  name: string;
  /** A few different values of it. */
  samples: readonly string[];
}

interface ColumnSelectProps {
  columns: readonly SheetColumn[];
  value: string | null;
  onChange: (column: string) => void;
  onBlur?: () => void;
  placeholder: string;
  triggerRef?: Ref<HTMLButtonElement>;
  isInvalid?: boolean;
  /** For screen readers, where no label stands above. */
  ariaLabel?: string;
  className?: string;
  /** The label above. */
  children?: ReactNode;
  /** Help and error below. */
  below?: ReactNode;
}

/** One of the sheet's columns, each with a few of its values; many of them can be searched. */
export function ColumnSelect(props: ColumnSelectProps) {
  const { columns, value, onChange, onBlur, placeholder, triggerRef } = props;
  const t = useTranslations("batches.carry");
  const { contains } = useFilter({ sensitivity: "base" });
  const list = (
    <ListBox className="max-h-72 overflow-y-auto" renderEmptyState={() => t("noColumn")}>
      {columns.map(({ name, samples }) => (
        <ListBox.Item key={name} id={name} textValue={name}>
          <div className="flex min-w-0 flex-col">
            <Label className="truncate">{name}</Label>
            <Description className="truncate">{samples.join(" · ")}</Description>
          </div>
          <ListBox.ItemIndicator />
        </ListBox.Item>
      ))}
    </ListBox>
  );
  return (
    <Select
      fullWidth
      aria-label={props.ariaLabel}
      className={props.className}
      placeholder={placeholder}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      onBlur={onBlur}
      isInvalid={props.isInvalid}
      validationBehavior="aria"
    >
      {props.children}
      <Select.Trigger ref={triggerRef}>
        <Select.Value>
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </Select.Value>
        <Select.Indicator />
      </Select.Trigger>
      {props.below}
      <Select.Popover className="max-w-sm">
        {columns.length < SEARCHED_FROM ? (
          list
        ) : (
          <Autocomplete.Filter filter={contains}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the list opened by a press is searched by typing */}
            <SearchField autoFocus aria-label={t("searchColumns")} className="p-2 pb-0">
              <SearchField.Group>
                <SearchField.SearchIcon />
                <SearchField.Input placeholder={t("searchColumns")} />
                <SearchField.ClearButton />
              </SearchField.Group>
            </SearchField>
            {list}
          </Autocomplete.Filter>
        )}
      </Select.Popover>
    </Select>
  );
}
