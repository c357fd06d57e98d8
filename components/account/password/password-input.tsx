"use client";

import { Button, Description, FieldError, InputGroup, TextField } from "@heroui/react";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

interface PasswordInputProps<Values extends FieldValues> {
  control: Control<Values, unknown, Values>;
  name: FieldPath<Values>;
  label: string;
  help?: ReactNode;
  autoComplete: "current-password" | "new-password";
}

/** A password in a form, hidden until its owner wants to see it. */
export function PasswordInput<Values extends FieldValues>(props: PasswordInputProps<Values>) {
  const { control, name, label, help, autoComplete } = props;
  const t = useTranslations("people.password");
  const errorText = useErrorText();
  const [isShown, setShown] = useState(false);
  const {
    field: { ref, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name });
  const error = fieldState.error?.message;
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      fullWidth
      name={name}
      type={isShown ? "text" : "password"}
      value={String(value ?? "")}
      onChange={onChange}
      onBlur={onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel>{label}</FieldLabel>
      <InputGroup fullWidth>
        <InputGroup.Input
          ref={ref}
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={isShown ? "font-mono" : undefined}
        />
        <InputGroup.Suffix className="pe-1">
          <Button
            isIconOnly
            size="sm"
            variant="ghost"
            aria-label={t(isShown ? "hide" : "show")}
            aria-pressed={isShown}
            onPress={() => setShown(!isShown)}
          >
            <Icon aria-hidden className="size-4 text-muted" />
          </Button>
        </InputGroup.Suffix>
      </InputGroup>
      {help ? <Description>{help}</Description> : null}
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </TextField>
  );
}
