import { afterAll, beforeAll, expect, it } from "vitest";
import { listEntries } from "@/lib/audit/list-entries";
import { listTemplates } from "@/lib/batches/list-templates";
import { removeTemplate } from "@/lib/batches/remove-template";
import { saveTemplate } from "@/lib/batches/save-template";
import { TEMPLATES_MAX } from "@/lib/batches/template-schema";
import type { TemplateForm } from "@/lib/batches/template-schema";
import type { Context } from "@/lib/core/context";
import type { DomainError } from "@/lib/core/errors";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let operator: Context;
let admin: Context;
let marketing: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
  admin = await asPerson(runtime, "admin");
  marketing = await asPerson(runtime, "marketing");
});
afterAll(() => runtime.close());

const FORM: TemplateForm = {
  kind: "WXACODE_UNLIMITED",
  tags: ["桌贴"],
  labelTemplate: "{门店名称} {桌号}",
  pageTemplate: "pages/{城市}/index",
  pathTemplate: "pages/index/index?id={旧编号}",
  checkPath: true,
  carries: {
    as: "payload",
    column: "编号",
    fields: [{ name: "shop", column: "门店名称" }],
    fixed: [{ name: "source", value: "table" }],
  },
  width: 430,
  autoColor: false,
  lineColor: "#07C160",
  isHyaline: false,
  envVersion: "release",
};

it("gives everybody who mints what one of them saved, with the columns it needs", async () => {
  await saveTemplate(operator, { name: " 桌贴 ", form: FORM });
  const [saved] = await listTemplates(admin);
  expect(saved).toMatchObject({
    name: "桌贴",
    columns: ["门店名称", "桌号", "城市"],
    form: FORM,
    createdBy: "Chen Wei",
  });
  const limited = { ...FORM, kind: "WXACODE" as const };
  await saveTemplate(operator, { name: "海报", form: limited });
  const [newest] = await listTemplates(operator);
  expect(newest?.columns).toEqual(["门店名称", "桌号", "旧编号"]);
});

it("writes down who saved and who removed it", async () => {
  const { id } = await saveTemplate(operator, { name: "记一笔", form: FORM });
  await removeTemplate(admin, { templateId: id });
  const { rows } = await listEntries(admin, { targetKind: "batch_template", targetId: id });
  expect(rows.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["batch_template.removed", "林悦"],
    ["batch_template.saved", "Chen Wei"],
  ]);
  await expect(removeTemplate(admin, { templateId: id })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("has one of each name, also when two save at once", async () => {
  const attempts = await Promise.allSettled(
    [operator, admin].map((ctx) => saveTemplate(ctx, { name: "同名", form: FORM })),
  );
  const refused = attempts.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused.map(({ reason }: DomainError) => reason)).toEqual(["templateTaken"]);
});

it("refuses what cannot be stored, and the one too many", async () => {
  for (const labelTemplate of ["a\0", "\uD800"]) {
    await expect(
      saveTemplate(operator, { name: "坏", form: { ...FORM, labelTemplate } }),
    ).rejects.toThrow("inputInvalid");
  }
  const rest = TEMPLATES_MAX - (await runtime.db.batchTemplate.count());
  await runtime.db.batchTemplate.createMany({
    data: Array.from({ length: rest }, (_, index) => {
      return { name: `n${index}`, columns: [], form: FORM, createdBy: "x", createdAt: new Date() };
    }),
  });
  await expect(saveTemplate(operator, { name: "多", form: FORM })).rejects.toMatchObject({
    reason: "templatesMany",
  });
});

it("is nothing for those who may only look", async () => {
  const { id: templateId } = await runtime.db.batchTemplate.findFirstOrThrow();
  await expect(saveTemplate(marketing, { name: "x", form: FORM })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(removeTemplate(marketing, { templateId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(listTemplates(marketing)).rejects.toMatchObject({ code: "forbidden" });
});
