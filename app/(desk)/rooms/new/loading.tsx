import { FormSkeleton } from "@/components/codes/mint/form-skeleton";

export default function NewRoomLoading() {
  return <FormSkeleton />;
}
