import { z } from "zod";
import { ACTION_KINDS } from "@/lib/audit/action-kinds";
import type { ActionKind } from "@/lib/audit/action-kinds";
import { ENTRY_PARTS } from "@/lib/audit/entry-fields";
import type { EntryPart } from "@/lib/audit/entry-fields";

export const ROOM_NAME_MAX_LENGTH = 60;
export const ROOM_DAYS_MAX = 180;
export const ROOM_PASSWORD_MIN_LENGTH = 8;
export const ROOM_PASSWORD_MAX_LENGTH = 128;
/** Of the whole desk, open at the same time. */
export const OPEN_ROOMS_MAX = 200;
/** Entries of a slice are counted up to here. */
export const ROOM_COUNT_MAX = 10_000;
/** Campaigns or mini programs a room may name. */
export const ROOM_CHOICES_MAX = 50;

/** What is blackened in the fields that are shown. */
export const REDACTIONS = ["addresses", "mails", "texts"] as const;
export type Redaction = (typeof REDACTIONS)[number];

const PARTS = Object.keys(ENTRY_PARTS) as [EntryPart, ...EntryPart[]];
const KINDS = ACTION_KINDS as [ActionKind, ...ActionKind[]];

/** What of the log a room shows. Empty lists and nulls do not narrow. */
export const RoomSlice = z.strictObject({
  miniProgramIds: z.array(z.uuid()).max(ROOM_CHOICES_MAX, { error: "roomChoicesTooMany" }),
  campaignIds: z.array(z.uuid()).max(ROOM_CHOICES_MAX, { error: "roomChoicesTooMany" }),
  actionKinds: z.array(z.enum(KINDS)),
  /** Moments, ISO; `until` is not part of the range. */
  from: z.iso.datetime({ offset: true, error: "roomRange" }).nullable(),
  until: z.iso.datetime({ offset: true, error: "roomRange" }).nullable(),
  fields: z.array(z.enum(PARTS)),
  redactions: z.array(z.enum(REDACTIONS)),
});
export type RoomSlice = z.infer<typeof RoomSlice>;

export const MakeRoomInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: "roomNameEmpty" })
    .max(ROOM_NAME_MAX_LENGTH, { error: "roomNameLong" }),
  slice: RoomSlice,
  days: z
    .int({ error: "roomDays" })
    .min(1, { error: "roomDays" })
    .max(ROOM_DAYS_MAX, { error: "roomDays" }),
  /** Null: whoever has the address may enter. */
  password: z
    .string()
    .trim()
    .min(ROOM_PASSWORD_MIN_LENGTH, { error: "roomPasswordShort" })
    .max(ROOM_PASSWORD_MAX_LENGTH, { error: "roomPasswordLong" })
    .nullable(),
  mayExport: z.boolean(),
});
export type MakeRoomInput = z.input<typeof MakeRoomInput>;

/** The address is told here and never again. */
export interface MadeRoom {
  roomId: string;
  url: string;
  expiresAt: Date;
}

export const RoomId = z.strictObject({ roomId: z.uuid() });
export type RoomId = z.infer<typeof RoomId>;

export const ListRoomsInput = z.strictObject({ cursor: z.string().max(200).optional() });
export type ListRoomsInput = z.infer<typeof ListRoomsInput>;

/** `cursor`: of the events. */
export const GetRoomInput = z.strictObject({
  roomId: z.uuid(),
  cursor: z.string().max(200).optional(),
});
export type GetRoomInput = z.infer<typeof GetRoomInput>;

export const PreviewRoomInput = z.strictObject({
  slice: RoomSlice,
  cursor: z.string().max(200).optional(),
});
export type PreviewRoomInput = z.infer<typeof PreviewRoomInput>;

export const ROOM_STATES = ["open", "expired", "revoked"] as const;
export type RoomState = (typeof ROOM_STATES)[number];

export const ROOM_EVENTS = ["opened", "wrong_password", "exported"] as const;
export type RoomEventKind = (typeof ROOM_EVENTS)[number];

/** A room as the desk shows it; what it is reached by is kept nowhere. */
export interface RoomRow {
  id: string;
  name: string;
  state: RoomState;
  hasPassword: boolean;
  mayExport: boolean;
  slice: RoomSlice;
  /** Names of what the slice lists, in its order; of removed ones the id. */
  miniPrograms: readonly string[];
  campaigns: readonly string[];
  expiresAt: Date;
  openCount: number;
  lastOpenedAt: Date | null;
  createdBy: string;
  createdAt: Date;
  revokedBy: string | null;
  revokedAt: Date | null;
}

/** A room with who was there, newest first; `nextEvents` is the cursor of the ones before. */
export interface RoomDetail extends RoomRow {
  events: readonly RoomEventRow[];
  nextEvents: string | null;
}

/** What somebody did at a room. */
export interface RoomEventRow {
  id: string;
  kind: RoomEventKind;
  at: Date;
  address: string | null;
}

/** An entry exactly as a guest sees it: what is kept back is not there at all. */
export interface RoomEntry {
  seq: string;
  at: Date;
  action: string;
  actorKind?: string;
  actorName?: string;
  targetKind?: string;
  targetLabel?: string;
  changes?: Record<string, { from: unknown; to: unknown }>;
  details?: Record<string, unknown>;
  address?: string | null;
  requestId?: string;
}

/** One page of a room, as the guest's page and the desk's preview of it are made from. */
export interface RoomPage {
  entries: readonly RoomEntry[];
  /** To the older entries, and back to newer ones. */
  next: string | null;
  newer: string | null;
  /** Of the whole slice; of more than that, ROOM_COUNT_MAX + 1. */
  entryCount: number;
}
