import { defineEndpoint } from "@/lib/api/endpoint";
import { AuditEntry, entryView } from "@/lib/api/audit/entry-view";
import { Cursor, Moment, pageOf, scopesWith, wholeNumber } from "@/lib/api/schema";
import { listEntries } from "@/lib/audit/list-entries";
import { AuditFilters } from "@/lib/audit/schema";
import { negotiateLocale } from "@/lib/i18n/locales";
import { loadWords } from "@/lib/packs/words";

export const listEntriesEndpoint = defineEndpoint({
  method: "get",
  path: "/audit",
  operationId: "listAuditEntries",
  tag: "Audit log",
  scopes: scopesWith("audit:read"),
  summary: "Read the log, newest first",
  description:
    "A search looks through so much of the log a page: follow `next` until it is null, also past empty pages. " +
    "Days are days in Beijing.",
  query: AuditFilters.extend({
    hour: wholeNumber(0, 23).optional().describe("Only this hour of the first day."),
    cursor: Cursor.optional(),
    limit: wholeNumber(1, 200).optional(),
  }),
  answer: pageOf(AuditEntry).extend({
    lookedBackTo: Moment.nullable().describe("How far back a search came that goes on at `next`."),
  }),
  answerHeaders: { "Content-Language": "Of the sentences." },
  example: { query: { kind: "campaigns", limit: "50" } },
  async handle({ ctx, query, request }) {
    const locale = negotiateLocale(request.headers.get("accept-language") ?? "en");
    const { rows, next, lookedBackTo } = await listEntries(ctx, query);
    const words = await loadWords(locale);
    return {
      headers: { "Content-Language": locale },
      body: {
        data: rows.map((entry) => entryView(entry, words)),
        next,
        lookedBackTo: lookedBackTo?.toISOString() ?? null,
      },
    };
  },
});
