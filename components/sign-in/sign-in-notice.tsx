import { Alert } from "@heroui/react";

/** What went well or wrong, above the form. */
export function SignInNotice({ tone, text }: { tone: "success" | "danger"; text: string | null }) {
  return (
    <div role={tone === "danger" ? "alert" : "status"} className="mb-4 empty:hidden">
      {text ? (
        <Alert status={tone}>
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Description>{text}</Alert.Description>
          </Alert.Content>
        </Alert>
      ) : null}
    </div>
  );
}
