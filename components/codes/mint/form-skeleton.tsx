import { Card, Skeleton } from "@heroui/react";
import { getTranslations } from "next-intl/server";

const FIELDS = ["a", "b", "c", "d"];

/** The shape of the two panes while the form is read. */
export async function FormSkeleton() {
  const t = await getTranslations("common");
  return (
    <div role="status" aria-label={t("loading")}>
      <Skeleton className="mb-2 h-6 w-40 rounded" />
      <Skeleton className="mb-5 h-4 w-80 max-w-full rounded" />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <Card className="gap-5 border border-border p-5">
          {FIELDS.map((field) => (
            <div key={field} className="flex flex-col gap-2">
              <Skeleton className="h-4 w-24 rounded" />
              <Skeleton className="h-9 w-full rounded-lg" />
            </div>
          ))}
        </Card>
        <Card className="gap-3 border border-border p-4">
          <Skeleton className="aspect-[4/3] w-full rounded-xl" />
          <Skeleton className="h-8 w-full rounded-lg" />
          <Skeleton className="h-9 w-full rounded-lg" />
        </Card>
      </div>
    </div>
  );
}
