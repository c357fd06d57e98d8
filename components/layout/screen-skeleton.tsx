import { Card, Skeleton } from "@heroui/react";
import { getTranslations } from "next-intl/server";
import { ListSkeleton } from "@/components/ui/list-skeleton";

/** The shape most screens have: title with a sentence, action, one list. */
export async function ScreenSkeleton() {
  const t = await getTranslations("common");
  return (
    <output className="block" aria-label={t("loading")}>
      <div className="mb-5 flex items-start justify-between gap-6">
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-6 w-40 rounded" />
          <Skeleton className="h-4 w-72 max-w-full rounded" />
        </div>
        <Skeleton className="h-9 w-28 rounded-lg" />
      </div>
      <Card className="border border-border p-0">
        <ListSkeleton rows={7} />
      </Card>
    </output>
  );
}
