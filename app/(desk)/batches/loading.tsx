import { ScreenSkeleton } from "@/components/layout/screen-skeleton";

export default function BatchesLoading() {
  return <ScreenSkeleton />;
}
