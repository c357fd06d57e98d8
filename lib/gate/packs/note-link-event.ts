import type { Gate } from "@/lib/gate/gate";
import type { Guest } from "@/lib/gate/pages/guest";
import type { PackLinkEventKind } from "@/lib/packs/link-schema";
import { log } from "@/lib/log";

const INSERT = `
INSERT INTO pack_link_events (link_id, kind, at, address) VALUES ($1, $2, clock_timestamp(), $3)`;

/** Writes down what a guest did at a link, the same of the same guest once a minute. It spoils nobody's answer. */
export async function noteLinkEvent(
  { pool, packs: { notes } }: Gate,
  linkId: string,
  kind: Exclude<PackLinkEventKind, "taken">,
  guest: Guest,
): Promise<void> {
  if (!(await notes.isWorthNoting(kind, linkId, guest))) return;
  try {
    await pool.query({
      name: "note-link-event",
      text: INSERT,
      values: [linkId, kind, guest.address],
    });
  } catch (error) {
    log.warn({ err: error, linkId, kind }, "what happened at a pack link was not written down");
  }
}
