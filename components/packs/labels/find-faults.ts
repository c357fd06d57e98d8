import { LabelOptions } from "@/lib/packs/label-schema";

/** What is wrong with a field: the key of its sentence, and by how many millimetres. */
export interface Fault {
  reason: string;
  mm?: number;
}
export type Faults = ReadonlyMap<string, Fault>;

/** The first fault of every field, by its path. */
export function findFaults(options: LabelOptions): Faults {
  const faults = new Map<string, Fault>();
  for (const issue of LabelOptions.safeParse(options).error?.issues ?? []) {
    const path = issue.path.join(".");
    const mm: unknown = issue.code === "custom" ? issue.params?.mm : undefined;
    const fault = { reason: issue.message, ...(typeof mm === "number" && { mm }) };
    if (!faults.has(path)) faults.set(path, fault);
  }
  return faults;
}
