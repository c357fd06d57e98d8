import { ScreenSkeleton } from "@/components/layout/screen-skeleton";

export default function PacksLoading() {
  return <ScreenSkeleton />;
}
