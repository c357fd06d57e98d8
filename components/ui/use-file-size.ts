"use client";

import { useFormatter } from "next-intl";

const KIB = 1024;
const MIB = KIB * KIB;
const GIB = MIB * KIB;

/** A number of bytes as people say it. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    if (bytes < KIB) return format.number(bytes, { style: "unit", unit: "byte" });
    const [size, unit] =
      bytes < MIB
        ? [bytes / KIB, "kilobyte"]
        : bytes < GIB
          ? [bytes / MIB, "megabyte"]
          : [bytes / GIB, "gigabyte"];
    return format.number(size, { style: "unit", unit, maximumFractionDigits: 1 });
  };
}
