import type { z } from "zod";
import { findColumn, readTemplate } from "@/lib/batches/fill-template";
import type { RowField, RowProblem } from "@/lib/batches/draft-schema";
import type { ParsedRowsInput } from "@/lib/batches/schema";
import { payloadProblems, readCell } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { suitsApp } from "@/lib/codes/require-path";
import { MintUnlimitedInput, MintWxacodeInput, MintWxaqrcodeInput } from "@/lib/codes/schema";
import type { MintCodeInput } from "@/lib/codes/schema";
import type { AppKind } from "@/lib/db/generated/client";

type ParsedMint = z.output<typeof MintCodeInput>;

/** A row as the single form would have sent it, or what stands against it. */
export type ComposedRow =
  { ok: true; mint: ParsedMint } | { ok: false; label: string; problems: RowProblem[] };

const SCHEMAS = {
  WXACODE_UNLIMITED: MintUnlimitedInput,
  WXACODE: MintWxacodeInput,
  WXA_QRCODE: MintWxaqrcodeInput,
};

/** Rows have none of their own: a batch has one. */
const NO_REQUEST_KEY = "00000000-0000-4000-8000-000000000000";

/** What the rows of a batch are held against. */
interface RowSetting {
  columns: readonly string[];
  appKind: AppKind;
  /** What the campaign's payloads are made of. */
  fields: readonly CampaignField[];
}

const REASON_KEY = /^[a-z][A-Za-z]+$/;

/**
 * How to make a filled-in form out of a row. Templates and columns are looked up once; throws
 * InvalidInputError `columnUnknown` when one names a column the table does not have.
 */
export function rowComposer(
  input: ParsedRowsInput,
  { columns, appKind, fields }: RowSetting,
): (cells: readonly string[]) => ComposedRow {
  const fillLabel = readTemplate(input.labelTemplate, columns, "labelTemplate");
  const fillRest = restFiller(input, columns, fields);
  return (cells) => {
    const label = fillLabel(cells);
    if (cells.some(isDamaged)) {
      const problems: RowProblem[] = [{ field: "row", reason: "cellCharacters" }];
      return { ok: false, label, problems };
    }
    const filled = { ...input, requestKey: NO_REQUEST_KEY, label, ...fillRest(cells) };
    const parsed = SCHEMAS[input.kind].safeParse(filled);
    if (!parsed.success) return { ok: false, label, problems: problemsOf(parsed.error) };
    const mint = parsed.data;
    if (mint.kind !== "WXACODE_UNLIMITED" && !suitsApp(appKind, mint.path)) {
      return { ok: false, label, problems: [{ field: "path", reason: "pathQueryOnly" }] };
    }
    const problems = unfitting(mint, fields);
    return problems.length > 0 ? { ok: false, label, problems } : { ok: true, mint };
  };
}

/** What of the form differs from row to row, besides the label. */
function restFiller(
  input: ParsedRowsInput,
  columns: readonly string[],
  campaignFields: readonly CampaignField[],
): (cells: readonly string[]) => object {
  if (input.kind !== "WXACODE_UNLIMITED") {
    const fillPath = readTemplate(input.pathTemplate, columns, "pathTemplate");
    return (cells) => ({ path: fillPath(cells) });
  }
  const fillPage = readTemplate(input.pageTemplate, columns, "pageTemplate");
  const { carries } = input;
  if (carries.as === "scene") {
    const place = findColumn(carries.column, columns, "carries.column");
    return (cells) => ({
      page: fillPage(cells),
      carries: { as: "scene", scene: cells[place] ?? "" },
    });
  }
  const fields = carries.fields.map(({ name, column }) => ({
    name,
    place: findColumn(column, columns, "carries.fields"),
  }));
  return (cells) => {
    const own = fields.map(({ name, place }) => [name, cells[place] ?? ""] as const);
    const written = { ...carries.fixed, ...Object.fromEntries(own) };
    const payload = readPayload(written, campaignFields);
    return { page: fillPage(cells), carries: { as: "payload", payload } };
  };
}

/** Texts of a table as the campaign's fields mean them. */
function readPayload(
  written: Record<string, unknown>,
  fields: readonly CampaignField[],
): Record<string, unknown> {
  const read = Object.entries(written).map(([name, value]) => {
    const field = fields.find(({ key }) => key === name);
    return [name, field && typeof value === "string" ? readCell(field, value) : value] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** What keeps a payload from being one of the campaign's. */
function unfitting(mint: ParsedMint, fields: readonly CampaignField[]): RowProblem[] {
  if (mint.kind !== "WXACODE_UNLIMITED" || mint.carries.as !== "payload") return [];
  return payloadProblems(fields, mint.carries.payload).map(({ key, reason, values }) => ({
    field: "payload",
    reason,
    values,
    ...(key !== null && { key }),
  }));
}

/** The first problem of each field, in the words of the single form. */
function problemsOf(error: z.ZodError): RowProblem[] {
  const problems = new Map<RowField, RowProblem>();
  for (const { path, message } of error.issues) {
    const field = fieldOf(path);
    if (problems.has(field)) continue;
    problems.set(field, { field, reason: REASON_KEY.test(message) ? message : "inputInvalid" });
  }
  return [...problems.values()];
}

function fieldOf([first, second]: readonly PropertyKey[]): RowField {
  if (first === "label" || first === "page" || first === "path") return first;
  if (first === "carries") return second === "payload" ? "payload" : "scene";
  return "row";
}

/** Something stood there that is no character, or was lost on the way. */
function isDamaged(cell: string): boolean {
  return cell.includes("\uFFFD");
}
