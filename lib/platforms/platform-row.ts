import type { Context } from "@/lib/core/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { PlatformRow } from "@/lib/platforms/schema";
import { TICKET_LIFE_HOURS } from "@/lib/platforms/schema";
import type { Runtime } from "@/lib/runtime";

/** What a row may be made of; no secret's column is even selected. */
export const PLATFORM_COLUMNS = {
  id: true,
  name: true,
  componentAppId: true,
  isSandbox: true,
  createdAt: true,
  ticketAt: true,
  _count: { select: { authorizations: { where: { withdrawnAt: null } } } },
} satisfies Prisma.PlatformSelect;

type Selected = Prisma.PlatformGetPayload<{ select: typeof PLATFORM_COLUMNS }>;

/** Adds what follows from the columns. */
export function toPlatformRow(ctx: Context, { _count, ...row }: Selected): PlatformRow {
  return {
    ...row,
    hasTicket: isTicketAlive(row.ticketAt, ctx.now()),
    pushUrl: pushUrlOf(ctx.runtime, row.id),
    authorizedCount: _count.authorizations,
  };
}

/** Whether a ticket pushed at that time still works. */
export function isTicketAlive(ticketAt: Date | null, now: Date): boolean {
  const lifeMs = TICKET_LIFE_HOURS * 60 * 60 * 1000;
  return ticketAt !== null && now.getTime() - ticketAt.getTime() < lifeMs;
}

/** Where WeChat pushes tickets and consents of this platform. */
export function pushUrlOf({ env }: Runtime, platformId: string): string {
  return `${env.publicUrl}/api/wechat/platforms/${platformId}/events`;
}
