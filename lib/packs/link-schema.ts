import { z } from "zod";

export const LINK_NAME_MAX_LENGTH = 60;
export const LINK_DAYS_MAX = 90;
export const LINK_TAKES_MAX = 1_000;
export const LINK_PASSWORD_MIN_LENGTH = 8;
export const LINK_PASSWORD_MAX_LENGTH = 128;
/** Of one pack, open at the same time. */
export const OPEN_LINKS_MAX = 50;

export const MakePackLinkInput = z.strictObject({
  packId: z.uuid(),
  /** For whom it is. */
  name: z
    .string()
    .trim()
    .min(1, { error: "packLinkNameEmpty" })
    .max(LINK_NAME_MAX_LENGTH, { error: "packLinkNameLong" }),
  days: z
    .int({ error: "packLinkDays" })
    .min(1, { error: "packLinkDays" })
    .max(LINK_DAYS_MAX, { error: "packLinkDays" }),
  /** Null: as often as they like. */
  takesMax: z
    .int({ error: "packLinkTakes" })
    .min(1, { error: "packLinkTakes" })
    .max(LINK_TAKES_MAX, { error: "packLinkTakes" })
    .nullable(),
  /** Spaces around it come from copying. Null: whoever has the address may take the pack. */
  password: z
    .string()
    .trim()
    .min(LINK_PASSWORD_MIN_LENGTH, { error: "packLinkPasswordShort" })
    .max(LINK_PASSWORD_MAX_LENGTH, { error: "packLinkPasswordLong" })
    .nullable(),
});
export type MakePackLinkInput = z.input<typeof MakePackLinkInput>;

/** The address is told here and never again. */
export interface MadePackLink {
  linkId: string;
  url: string;
  expiresAt: Date;
}

export const PackLinkId = z.strictObject({ linkId: z.uuid() });
export type PackLinkId = z.infer<typeof PackLinkId>;

export const PackLinksInput = z.strictObject({ packId: z.uuid() });
export type PackLinksInput = z.infer<typeof PackLinksInput>;

export const PACK_LINK_STATES = ["open", "used_up", "expired", "revoked"] as const;
export type PackLinkState = (typeof PACK_LINK_STATES)[number];

export const PACK_LINK_EVENTS = ["opened", "wrong_password", "taken"] as const;
export type PackLinkEventKind = (typeof PACK_LINK_EVENTS)[number];

/** A link as the desk shows it; what it is reached by is kept nowhere. */
export interface PackLinkRow {
  id: string;
  name: string;
  state: PackLinkState;
  hasPassword: boolean;
  expiresAt: Date;
  takesMax: number | null;
  takesCount: number;
  openedCount: number;
  wrongPasswordCount: number;
  createdBy: string;
  createdAt: Date;
  revokedBy: string | null;
  revokedAt: Date | null;
  /** The last ones, newest first. */
  events: readonly PackLinkEventRow[];
}

export interface PackLinkEventRow {
  id: string;
  kind: PackLinkEventKind;
  at: Date;
  address: string | null;
}
