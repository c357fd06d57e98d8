import { LinkGone } from "@/components/people/join/link-gone";

export default function AuthNotFound() {
  return <LinkGone />;
}
