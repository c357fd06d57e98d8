"use client";

import { Description, Switch } from "@heroui/react";
import { useController } from "react-hook-form";
import { useMintForm } from "@/components/codes/mint/use-mint-form";

interface SwitchFieldProps {
  name: "autoColor" | "isHyaline" | "checkPath";
  label: string;
  help: string;
}

export function SwitchField({ name, label, help }: SwitchFieldProps) {
  const { control } = useMintForm();
  const { field } = useController({ control, name });
  return (
    <Switch isSelected={field.value} onChange={field.onChange} onBlur={field.onBlur} size="sm">
      <Switch.Content ref={field.ref}>
        <Switch.Control>
          <Switch.Thumb />
        </Switch.Control>
        {label}
      </Switch.Content>
      <Description>{help}</Description>
    </Switch>
  );
}
