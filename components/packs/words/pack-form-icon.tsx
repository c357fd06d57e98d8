import { FileSpreadsheet, Frame, Images, PanelsTopLeft, Tags } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { PackForm } from "@/lib/packs/schema";

const ICONS: Record<PackForm, LucideIcon> = {
  pictures: Images,
  framed: Frame,
  posters: PanelsTopLeft,
  labels: Tags,
  spreadsheet: FileSpreadsheet,
};

/** What leaves the house, as a picture beside its name. */
export function PackFormIcon({ form }: { form: PackForm }) {
  const Icon = ICONS[form];
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-default text-muted">
      <Icon aria-hidden className="size-5" strokeWidth={1.6} />
    </span>
  );
}
