import { ScreenSkeleton } from "@/components/layout/screen-skeleton";

export default function CodesLoading() {
  return <ScreenSkeleton />;
}
