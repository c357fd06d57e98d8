import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import type { Actor, Context } from "@/lib/core/context";
import type { SignedInPerson } from "@/lib/people/schema";
import { ADDRESS_HEADER } from "@/lib/web/request-headers";
import { webRuntime } from "@/lib/web/runtime";
import { findPerson, requirePerson } from "@/lib/web/session";

function actorOf(person: SignedInPerson | null): Actor {
  if (!person) return { kind: "anonymous", id: null, name: "—" };
  const { userId: id, name, role, sessionId } = person;
  const limits = person.mustSetUpSecondFactor ? { limitedTo: ["account:write"] } : {};
  return { kind: "user", id, name, role, sessionId, ...limits };
}

async function contextOf(person: SignedInPerson | null): Promise<Context> {
  return {
    actor: actorOf(person),
    requestId: randomUUID(),
    address: (await headers()).get(ADDRESS_HEADER),
    now: () => new Date(),
    runtime: webRuntime(),
  };
}

/** For actions and route handlers: an anonymous actor when nobody is signed in, so the verb refuses. */
export async function requestContext(): Promise<Context> {
  return contextOf(await findPerson());
}

/** For pages: one context per request; sends a stranger to the sign-in page. */
export const pageContext = cache(async (): Promise<Context> => contextOf(await requirePerson()));
