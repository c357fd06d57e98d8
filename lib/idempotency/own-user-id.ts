import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";

/** Keys are a person's own: everything that is kept under one is looked for with this id. */
export function ownUserId({ actor }: Context): string {
  if (actor.kind !== "user") throw new NotSignedInError();
  return actor.id;
}
