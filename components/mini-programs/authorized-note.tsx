import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface AuthorizedNoteProps {
  miniProgram: Pick<MiniProgramRow, "name" | "wechatAppId">;
}

/** After the way back from WeChat's page: it worked, and what may be left to do. */
export function AuthorizedNote({ miniProgram: { name, wechatAppId } }: AuthorizedNoteProps) {
  const t = useTranslations("miniPrograms");
  return (
    <Alert status="success" role="status" className="mb-4">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{t("authorized")}</Alert.Title>
        {name === wechatAppId ? <Alert.Description>{t("authorizedName")}</Alert.Description> : null}
      </Alert.Content>
    </Alert>
  );
}
