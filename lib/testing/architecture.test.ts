import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/load-messages";

/** What lint cannot say. */
const files = globSync("{app,components,lib,prisma}/**/*.{ts,tsx}")
  .filter((file) => !file.startsWith("lib/db/generated/"))
  .toSorted();
const sources = files
  .filter((file) => !/\.test\.tsx?$|^lib\/testing\/|\/testing\//.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const DOMAINS =
  /^lib\/(access|sandbox-control|audit|people|idempotency|webhooks|wechat-state|platforms|mini-programs|quota|campaigns|scenes|codes|sheets|batches|scans|packs|rooms)\//;

function offenders(wanted: RegExp, where: (file: string) => boolean): string[] {
  return sources
    .filter(({ file, text }) => where(file) && wanted.test(text))
    .map(({ file }) => file);
}

describe("the house", () => {
  it("reads the environment in lib/env.ts only", () => {
    expect(offenders(/process\.env/, (file) => file !== "lib/env.ts")).toEqual([
      // The migration tools are scripts of their own and run before the app's settings exist.
      "prisma/diff.ts",
      "prisma/migrate.ts",
    ]);
  });

  it("never leaves its room by a relative import", () => {
    const strays = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/from "(\.\.?\/[^"]+)"/g)]
        .map(([, specifier = ""]) => path.posix.join(path.posix.dirname(file), specifier))
        .filter((target) => roomOf(target) !== roomOf(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it("lets no domain file load server-only, which throws outside Next", () => {
    expect(offenders(/["']server-only["']/, (file) => file.startsWith("lib/"))).toEqual([]);
  });

  it("has no barrels, no enums, no switched-off checks and no module mocks", () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
    expect(offenders(/^(export )?(const )?enum /m, () => true)).toEqual([]);
    expect(offenders(/(ox|es)lint-disable(?!.* -- \w)/, () => true)).toEqual([]);
    const mocks = files.filter(
      (file) => file.includes(".test.") && /vi\.(mock|doMock)\(/.test(readFileSync(file, "utf8")),
    );
    expect(mocks).toEqual([]);
  });

  it("authorises first in every verb that takes a context and an input", () => {
    const verbs = sources.filter(
      ({ file, text }) =>
        DOMAINS.test(file) && /export async function \w+\(\s*ctx: Context,/.test(text),
    );
    expect(verbs.length).toBeGreaterThan(15);
    const unguarded = verbs.filter(({ text }) => !/authorize\(ctx|ForbiddenError\(/.test(text));
    expect(unguarded.map(({ file }) => file)).toEqual(PRIVATE_STEPS);
  });

  it("calls the network in no transaction", () => {
    expect(offenders(/withTransaction[\s\S]*wechatForMiniProgram\(tctx/, () => true)).toEqual([]);
  });

  it("gives every reason of an error its sentence in both languages", async () => {
    const reasons = new Set(
      sources.flatMap(({ text }) => [
        ...[...text.matchAll(/InvalidInputError\(\s*"(\w+)"/g)].map((match) => match[1]),
        ...[...text.matchAll(/ConflictError\(\s*"(\w+)"/g)].map((match) => match[1]),
        ...[...text.matchAll(/DomainError\(\s*"\w+",\s*"(\w+)"/g)].map((match) => match[1]),
        ...[...text.matchAll(/error: "([a-z]\w+)"/g)].map((match) => match[1]),
        ...[...text.matchAll(/_key: "(\w+)"|_living: "(\w+)"/g)].map(
          (match) => match[1] ?? match[2],
        ),
      ]),
    );
    for (const locale of ["zh-CN", "en"] as const) {
      const { errors } = await loadMessages(locale);
      const missing = [...reasons].filter((reason) => reason && !(reason in (errors ?? {})));
      expect(missing, locale).toEqual([]);
    }
  });
});

/** Steps of the sign-in, mint and authorisation verbs, called by them after they have authorised. */
const PRIVATE_STEPS = [
  "lib/audit/find-blocks.ts",
  "lib/audit/find-last-before.ts",
  "lib/audit/find-seq-range.ts",
  "lib/audit/record-denial.ts",
  "lib/batches/batch-rows.ts",
  "lib/batches/close-batch.ts",
  "lib/batches/count-rows.ts",
  "lib/batches/find-hold.ts",
  "lib/batches/group-failures.ts",
  "lib/batches/mint-rows.ts",
  "lib/batches/queue-unreached.ts",
  "lib/batches/read-quota.ts",
  "lib/batches/require-draft.ts",
  "lib/batches/start-rows.ts",
  "lib/batches/stop-batch.ts",
  "lib/batches/tell-check.ts",
  "lib/codes/attempt-mint.ts",
  "lib/codes/await-outcome.ts",
  "lib/codes/find-living-code.ts",
  "lib/codes/mint-now.ts",
  "lib/codes/request-code.ts",
  "lib/codes/send-started.ts",
  "lib/codes/settle-attempt.ts",
  "lib/codes/settle-attempts.ts",
  "lib/codes/settle-soon.ts",
  "lib/codes/start-attempt.ts",
  "lib/idempotency/begin-request.ts",
  "lib/idempotency/finish-request.ts",
  "lib/idempotency/hold-request.ts",
  "lib/idempotency/release-request.ts",
  "lib/mini-programs/keep-authorization.ts",
  "lib/packs/claim-run.ts",
  "lib/packs/end-run.ts",
  "lib/packs/find-template.ts",
  "lib/packs/manifest/manifest-row.ts",
  "lib/packs/pictures/look-asset.ts",
  "lib/packs/pictures/look-drawer.ts",
  "lib/packs/pictures/open-drawing.ts",
  "lib/packs/pictures/require-fitting-look.ts",
  "lib/people/accept-invite.ts",
  "lib/people/count-from-address.ts",
  "lib/people/find-account-link.ts",
  "lib/people/follow-oidc-role.ts",
  "lib/people/mail-account-link.ts",
  "lib/people/oidc-user.ts",
  "lib/people/record-refused-sign-in.ts",
  "lib/people/record-wrong-second-factor.ts",
  "lib/people/reset-password.ts",
  "lib/people/sign-in-by-oidc.ts",
  "lib/people/sign-in.ts",
  "lib/people/sign-out.ts",
  "lib/platforms/keep-ticket.ts",
  "lib/quota/calls-left-today.ts",
  "lib/scans/require-scene.ts",
  "lib/sheets/require-sheet.ts",
  "lib/webhooks/settle-delivery.ts",
  "lib/wechat-state/list-pauses.ts",
];

function roomOf(file: string): string {
  const [top, second = ""] = file.split("/");
  return top === "lib" ? `lib/${second}` : (top ?? "");
}
