import { DetailSkeleton } from "@/components/codes/detail/detail-skeleton";

export default function CodeLoading() {
  return <DetailSkeleton />;
}
