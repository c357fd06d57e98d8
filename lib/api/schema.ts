import { z } from "zod";
import { SCOPE_PERMISSIONS, SCOPES } from "@/lib/access/scopes";
import type { Scope } from "@/lib/access/scopes";
import type { Permission } from "@/lib/access/roles";

/** A JSON body may be this large; 10,000 rows of a batch fit. */
export const MOST_BODY_BYTES = 8 * 1024 * 1024;
/** A form with the largest file in it, as much as the door lets in. */
export const SPOOLED_MOST_BYTES = 21 * 1024 * 1024;

export const Id = z.uuid().describe("Id, a UUID.");
export const Moment = z.iso.datetime({ offset: true }).describe("RFC 3339, UTC.");

/** `{id}` of a path. */
export const IdParams = z.object({ id: Id });

/** A page of a list: `next` goes into `cursor` of the next call and is null on the last page. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    data: z.array(row),
    next: z.string().nullable().describe("Cursor of the next page; null on the last one."),
  });
}

export const Cursor = z.string().max(500).describe("`next` of the page before.");

/** A whole number in a query, where everything is text. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
}

/** Every scope that brings a permission along; reading needs any one of them. */
export function scopesWith(permission: Permission): Scope[] {
  return SCOPES.filter((scope) =>
    (SCOPE_PERMISSIONS[scope] as readonly Permission[]).includes(permission),
  );
}
