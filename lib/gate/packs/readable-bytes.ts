import type { Locale } from "@/lib/i18n/locales";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const STEP = 1_024;

/** 60 kB, 1.2 GB: as the desk and browsers tell a size. */
export function readableBytes(locale: Locale, byteSize: number): string {
  let size = byteSize;
  let place = 0;
  while (size >= STEP && place < UNITS.length - 1) {
    size /= STEP;
    place += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[place],
    maximumFractionDigits: 1,
  }).format(size);
}
