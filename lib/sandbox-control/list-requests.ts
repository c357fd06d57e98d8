import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { callControl } from "./call-control";
import { isError, outcomeOf, RequestRow } from "./row-schema";
import type { RequestList } from "./row-schema";
import { ListRequestsInput, REQUESTS_MAX } from "./schema";

const Answer = z.object({ requests: z.array(RequestRow) });

/** The calls the sandbox got, newest first; at most 200 of the thousand it remembers. */
export async function listRequests(
  ctx: Context,
  input: ListRequestsInput = {},
): Promise<RequestList> {
  authorize(ctx, "sandbox:control");
  const { endpoint, outcome } = ListRequestsInput.parse(input);
  const path = endpoint ? `/requests?endpoint=${endpoint}` : "/requests";
  const { requests } = await callControl(ctx.runtime, { method: "GET", path }, Answer);
  const fitting = requests.filter(
    (row) =>
      outcome === "all" ||
      (outcome === "errors" ? isError(row) : ["picture", "ok"].includes(outcomeOf(row))),
  );
  return { rows: fitting.toReversed().slice(0, REQUESTS_MAX), total: fitting.length };
}
