import { sign } from "node:crypto";
import { appendEntry } from "@/lib/audit/append-entry";
import type { NewAuditEntry } from "@/lib/audit/append-entries";
import type { AuditAction } from "@/lib/audit/actions";
import { auditSigningKey } from "@/lib/audit/audit-signing-key";
import { checkpointText } from "@/lib/audit/checkpoint-text";
import type { Context } from "@/lib/core/context";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { makeRoom } from "@/lib/rooms/make-room";
import type { MakeRoomInput, RoomSlice } from "@/lib/rooms/schema";
import type { Runtime } from "@/lib/runtime";
import { openGateDesk } from "@/lib/testing/gate-desk";
import { asPerson } from "@/lib/testing/test-runtime";

/** Shows all of everything. */
export const WHOLE_SLICE: RoomSlice = {
  miniProgramIds: [],
  campaignIds: [],
  actionKinds: [],
  from: null,
  until: null,
  fields: ["person", "object", "changes", "details", "address", "request"],
  redactions: [],
};

/** What a room is made with, beyond the defaults of a test. */
export type RoomChanges = Partial<Omit<MakeRoomInput, "slice">> & { slice?: Partial<RoomSlice> };

/** A gate over HTTP, a log with entries of campaigns, and an operator who makes rooms of it. */
export interface LogRoomDesk {
  runtime: Runtime;
  url: string;
  operator: Context;
  addCampaign(name: string): Promise<string>;
  /** One entry about this campaign, by the operator unless told; gives its number. */
  addEntry(campaignId: string, entry?: Partial<NewAuditEntry<AuditAction>>): Promise<string>;
  /** Signs where the log ends now. */
  seal(): Promise<void>;
  openRoom(changes?: RoomChanges): Promise<{ roomId: string; path: string }>;
  /** As a guest at this address. */
  get(path: string, guest: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, guest: string, password: string): Promise<Response>;
  close(): Promise<void>;
}

/** Guests are told apart by what the nearest proxy says of them. */
export async function openLogRoomDesk(
  overrides: Record<string, string> = {},
): Promise<LogRoomDesk> {
  const { runtime, url, close } = await openGateDesk({ MINTDESK_TRUST_PROXY: "on", ...overrides });
  const operator = await asPerson(runtime, "operator");
  const ask = (path: string, guest: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      redirect: "manual",
      headers: { "X-Forwarded-For": guest, "Accept-Language": "en", ...init.headers },
    });
  return {
    runtime,
    url,
    operator,
    addCampaign: async (name) => (await runtime.db.campaign.create({ data: { name } })).id,
    async addEntry(campaignId, entry = {}) {
      const seq = await withTransaction(operator, (tctx) =>
        appendEntry(tctx, {
          action: "campaign.created",
          target: { kind: "campaign", id: campaignId, label: "春节" },
          details: {},
          scope: { campaignId },
          ...entry,
        }),
      );
      return seq.toString();
    },
    seal: () => withTransaction(operator, seal),
    async openRoom({ slice, ...changes } = {}) {
      const made = await makeRoom(operator, {
        name: "给市场部",
        slice: { ...WHOLE_SLICE, ...slice },
        days: 7,
        password: null,
        mayExport: true,
        ...changes,
      });
      return { roomId: made.roomId, path: new URL(made.url).pathname };
    },
    get: (path, guest, headers = {}) => ask(path, guest, { headers }),
    post: (path, guest, password) =>
      ask(path, guest, { method: "POST", body: new URLSearchParams({ password }) }),
    close,
  };
}

async function seal(tctx: Parameters<typeof auditSigningKey>[0]): Promise<void> {
  const { tx } = tctx;
  const { id: keyId, privateKey } = await auditSigningKey(tctx);
  const head = await tx.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const at = await databaseNow(tx);
  const checkpoint = { seq: head.seq.toString(), headHash: head.hash, at: at.toISOString(), keyId };
  const text = Buffer.from(checkpointText(checkpoint));
  const signature = sign(null, text, privateKey).toString("base64url");
  const { seq, hash: headHash } = head;
  await tx.auditCheckpoint.create({ data: { seq, headHash, at, keyId, signature } });
}
