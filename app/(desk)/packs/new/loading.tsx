import { FormSkeleton } from "@/components/codes/mint/form-skeleton";

export default function NewPackLoading() {
  return <FormSkeleton />;
}
