import { Card, Skeleton } from "@heroui/react";
import { getTranslations } from "next-intl/server";
import { ListSkeleton } from "@/components/ui/list-skeleton";

/** The shape of a code's page while it is read: picture at the left, facts at the right. */
export async function DetailSkeleton() {
  const t = await getTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton className="mb-2 h-6 w-56 rounded" />
      <Skeleton className="mb-5 h-5 w-40 rounded" />
      <div className="grid items-start gap-4 lg:grid-cols-[22.5rem_minmax(0,1fr)]">
        <Card className="gap-3 border border-border p-5">
          <Skeleton className="aspect-[4/3] w-full rounded-xl" />
          <Skeleton className="h-8 w-full rounded-lg" />
          <Skeleton className="h-9 w-full rounded-lg" />
        </Card>
        <Card className="border border-border p-0">
          <ListSkeleton rows={5} />
        </Card>
      </div>
    </div>
  );
}
