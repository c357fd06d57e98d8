import { Label, ListBox, Select } from "@heroui/react";
import type { ReactNode, Ref } from "react";

const NONE = "none";

interface CampaignSelectProps {
  campaigns: readonly { id: string; name: string }[];
  /** Null: the code belongs to no campaign. */
  value: string | null;
  onChange: (campaignId: string | null) => void;
  onBlur?: () => void;
  triggerRef?: Ref<HTMLButtonElement>;
  /** Words for “no campaign”. */
  noneText: string;
  /** The label above. */
  children: ReactNode;
}

/** Chooses one of the campaigns, or none. */
export function CampaignSelect(props: CampaignSelectProps) {
  const choices = [{ id: NONE, name: props.noneText }, ...props.campaigns];
  return (
    <Select
      fullWidth
      className="min-w-0 flex-1"
      value={props.value ?? NONE}
      onChange={(key) => props.onChange(key === NONE ? null : String(key))}
      onBlur={props.onBlur}
    >
      {props.children}
      <Select.Trigger ref={props.triggerRef}>
        <Select.Value />
        <Select.Indicator />
      </Select.Trigger>
      <Select.Popover>
        <ListBox>
          {choices.map(({ id, name }) => (
            <ListBox.Item key={id} id={id} textValue={name}>
              <Label>{name}</Label>
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </Select.Popover>
    </Select>
  );
}
