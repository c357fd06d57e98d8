import type { Prisma } from "@/lib/db/generated/client";
import type { PackRow } from "@/lib/packs/pack-view";
import type { LeftOut } from "@/lib/packs/schema";

export const WITH_TAKES = { _count: { select: { takes: true } } } satisfies Prisma.PackInclude;

export type CountedPack = Prisma.PackGetPayload<{ include: typeof WITH_TAKES }>;

/** A pack as lists show it. */
export function toPackRow({ _count: counted, ...pack }: CountedPack): PackRow {
  return {
    id: pack.id,
    name: pack.name,
    form: pack.form,
    status: pack.status,
    codeCount: pack.codeCount,
    leftOut: pack.leftOut as LeftOut,
    doneCount: pack.doneCount,
    problemCount: pack.problemCount,
    byteSize: pack.byteSize === null ? null : Number(pack.byteSize),
    takeCount: counted.takes,
    createdBy: pack.createdBy,
    createdById: pack.createdById,
    createdAt: pack.createdAt,
    readyAt: pack.readyAt,
    removeAt: pack.removeAt,
  };
}
