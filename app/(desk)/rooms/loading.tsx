import { ScreenSkeleton } from "@/components/layout/screen-skeleton";

export default function RoomsLoading() {
  return <ScreenSkeleton />;
}
