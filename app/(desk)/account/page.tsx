import { getTranslations } from "next-intl/server";
import {
  beginSecondFactorAction,
  confirmSecondFactorAction,
  endSecondFactorAction,
  renewRecoveryCodesAction,
} from "@/app/(auth)/second-factor/actions";
import {
  changePasswordAction,
  endMyOtherSessionsAction,
  endMySessionAction,
  makeApiKeyAction,
  rateMyPasswordAction,
  revokeApiKeyAction,
  updateProfileAction,
} from "@/app/(desk)/account/actions";
import { KeysCard } from "@/components/account/keys/keys-card";
import { PasswordForm } from "@/components/account/password/password-form";
import { ProfileForm } from "@/components/account/profile/profile-form";
import { ProviderCard } from "@/components/account/provider-card";
import { SecondFactorCard } from "@/components/account/second-factor-card";
import { SessionsCard } from "@/components/account/sessions/sessions-card";
import { PageHeader } from "@/components/layout/page-header";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { permissionsOf, SCOPES } from "@/lib/access/scopes";
import { getAccount } from "@/lib/people/get-account";
import { getSecondFactor } from "@/lib/people/get-second-factor";
import { listApiKeys } from "@/lib/people/list-api-keys";
import { listMySessions } from "@/lib/people/list-my-sessions";
import { pageContext } from "@/lib/web/request-context";
import { sessionWords } from "@/lib/web/session-words";

const SECOND_FACTOR_VERBS = {
  begin: beginSecondFactorAction,
  confirm: confirmSecondFactorAction,
  end: endSecondFactorAction,
  renew: renewRecoveryCodesAction,
};

export async function generateMetadata() {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const ctx = await pageContext();
  const t = await getTranslations("account");
  const [account, secondFactor, sessions, keys] = await Promise.all([
    getAccount(ctx),
    getSecondFactor(ctx),
    listMySessions(ctx),
    listApiKeys(ctx),
  ]);
  const may = ROLE_PERMISSIONS[account.role];
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <ProfileForm account={account} update={updateProfileAction} />
          {account.providerIssuer ? (
            <ProviderCard issuer={account.providerIssuer} hasPassword={account.hasPassword} />
          ) : null}
          {account.hasPassword ? (
            <PasswordForm change={changePasswordAction} rate={rateMyPasswordAction} />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {account.hasPassword ? (
            <SecondFactorCard state={secondFactor} verbs={SECOND_FACTOR_VERBS} />
          ) : null}
          <SessionsCard
            sessions={sessions.map(sessionWords)}
            end={endMySessionAction}
            endOthers={endMyOtherSessionsAction}
          />
          <div id="keys">
            <KeysCard
              keys={keys}
              scopes={SCOPES.filter((scope) =>
                permissionsOf([scope]).every((permission) => may.includes(permission)),
              )}
              publicUrl={ctx.runtime.env.publicUrl}
              make={makeApiKeyAction}
              revoke={revokeApiKeyAction}
            />
          </div>
        </div>
      </div>
    </>
  );
}
