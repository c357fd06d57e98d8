import { notFound } from "next/navigation";
import { DomainError } from "@/lib/core/errors";

/** Shows the “no such page” screen when a verb finds nothing; every other failure goes on. */
export async function orNotFound<Found>(wanted: Promise<Found>): Promise<Found> {
  try {
    return await wanted;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") notFound();
    throw error;
  }
}
