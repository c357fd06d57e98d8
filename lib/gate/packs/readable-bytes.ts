import type { Locale } from "@/lib/i18n/locales";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const STEP = 1_000;

/** 60 kB, 1.2 GB: as browsers tell the size of a download. */
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
    maximumFractionDigits: size < 10 ? 1 : 0,
  }).format(size);
}
