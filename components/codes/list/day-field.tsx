"use client";

import { Input, Label, TextField } from "@heroui/react";

interface DayFieldProps {
  label: string;
  day: string;
  onChange: (day: string | null) => void;
}

/** A day in Beijing, as in 2026-11-21. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <TextField fullWidth type="date" value={day} onChange={(written) => onChange(written || null)}>
      <Label>{label}</Label>
      <Input />
    </TextField>
  );
}
