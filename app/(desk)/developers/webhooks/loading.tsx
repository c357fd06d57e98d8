import { ScreenSkeleton } from "@/components/layout/screen-skeleton";

export default function WebhooksLoading() {
  return <ScreenSkeleton />;
}
