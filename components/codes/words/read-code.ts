import type { CodeDetail } from "@/lib/codes/schema";

/** Everything recorded of a code, asked from the browser. */
export async function readCode(codeId: string, signal?: AbortSignal): Promise<CodeDetail> {
  const response = await fetch(`/api/codes/${codeId}`, { signal });
  if (!response.ok) throw new Error(`the code could not be read: ${response.status}`);
  return withDates((await response.json()) as CodeDetail);
}

function moment(at: Date | null): Date | null {
  return at && new Date(at);
}

/** JSON brings moments as text. */
function withDates(code: CodeDetail): CodeDetail {
  return {
    ...code,
    createdAt: new Date(code.createdAt),
    sentAt: moment(code.sentAt),
    mintedAt: moment(code.mintedAt),
    heldUntil: moment(code.heldUntil),
    calls: code.calls.map((call) => ({ ...call, startedAt: new Date(call.startedAt) })),
  };
}
