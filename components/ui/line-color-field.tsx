"use client";

import { useTranslations } from "next-intl";
import { ColorChoice } from "@/components/ui/color-choice";

const PRESETS = ["#000000", "#07C160", "#1A5FB4", "#6C3FC5", "#C8322B", "#E07B00"] as const;

interface LineColorFieldProps {
  label: string;
  help?: string;
  /** `#RRGGBB` */
  value: string;
  onChange: (value: string) => void;
  /** Key of the error, when there is one. */
  error?: string;
}

/** The colour of a code's lines. */
export function LineColorField(props: LineColorFieldProps) {
  const t = useTranslations("miniPrograms.colors");
  return <ColorChoice {...props} presets={PRESETS} presetsLabel={t("preset")} />;
}
