import { ScreenSkeleton } from "@/components/layout/screen-skeleton";

export default function DeskLoading() {
  return <ScreenSkeleton />;
}
