"use client";

import { Description, FieldError, Input, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { keyOfParameter, ownParameters } from "@/components/developers/try/draft";
import type { Draft } from "@/components/developers/try/draft";
import type { Operation, Parameter } from "@/components/developers/reference/reference";
import { FieldLabel } from "@/components/ui/field-label";

interface ParameterFieldsProps {
  operation: Operation;
  values: Draft["values"];
  onChange: (values: Draft["values"]) => void;
  /** Whether those left empty are to be pointed out. */
  isChecked: boolean;
}

/** A field for each parameter of path, query and headers. */
export function ParameterFields({ operation, values, onChange, isChecked }: ParameterFieldsProps) {
  const t = useTranslations("developers");

  function field(parameter: Parameter) {
    const key = keyOfParameter(parameter);
    const value = values[key] ?? "";
    const isMissing = isChecked && isRequiredYet(parameter, value);
    return (
      <TextField
        key={key}
        fullWidth
        value={value}
        onChange={(text) => onChange({ ...values, [key]: text })}
        isInvalid={isMissing}
        validationBehavior="aria"
      >
        <FieldLabel note={t(parameter.isRequired ? "required" : "optional")}>
          {parameter.name}
        </FieldLabel>
        <Input autoComplete="off" spellCheck={false} className="font-mono" />
        {parameter.about ? <Description lang="en">{parameter.about}</Description> : null}
        {isMissing ? <FieldError>{t("try.missing")}</FieldError> : null}
      </TextField>
    );
  }

  const parameters = ownParameters(operation);
  if (parameters.length === 0) return null;
  return <div className="grid gap-4 sm:grid-cols-2">{parameters.map(field)}</div>;
}

/** Whether a parameter keeps a call from being sent. */
export function isRequiredYet({ isRequired }: Parameter, value: string): boolean {
  return isRequired && value.trim() === "";
}
