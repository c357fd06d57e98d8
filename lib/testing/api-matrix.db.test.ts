import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "@/lib/access/scopes";
import type { Scope } from "@/lib/access/scopes";
import { ENDPOINTS } from "@/lib/api/endpoints";
import type { Endpoint } from "@/lib/api/endpoint";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { sendExample } from "@/lib/api/testing/send-example";
import { ROLES } from "@/lib/core/context";
import type { Role } from "@/lib/core/context";
import { API_MATRIX } from "@/lib/testing/api-matrix";
import { asPerson } from "@/lib/testing/test-runtime";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const named = ENDPOINTS.map((endpoint) => [endpoint.operationId, endpoint] as const);

/** A key of somebody who had every right when it was made and has the role now. */
async function keyOf(role: Role, scopes: readonly Scope[]): Promise<string> {
  const ctx = await asPerson(desk.runtime, "admin");
  const key = await desk.keyOf(ctx, scopes);
  await desk.runtime.db.user.update({ where: { id: ctx.actor.id ?? "" }, data: { role } });
  return key;
}

const isLetIn = async (endpoint: Endpoint, key: string) =>
  (await sendExample(desk, endpoint, { key })).status !== 403;

describe("the matrix of the API", () => {
  it("has every call in it, and none that is gone", () => {
    const calls = ENDPOINTS.map(({ operationId }) => operationId);
    expect(calls.toSorted()).toEqual(Object.keys(API_MATRIX).toSorted());
  });

  it.each(named)(
    "lets %s be called with the scopes it says, and no others",
    async (name, endpoint) => {
      const letIn: Scope[] = [];
      for (const scope of SCOPES) {
        const key = await keyOf("admin", [scope]);
        if (await isLetIn(endpoint, key)) letIn.push(scope);
      }
      expect(letIn.toSorted()).toEqual([...(API_MATRIX[name]?.scopes ?? [])].toSorted());
    },
  );

  it.each(named)(
    "lets %s be called by the roles it says, and no others",
    async (name, endpoint) => {
      const letIn: Role[] = [];
      for (const role of ROLES) {
        const key = await keyOf(role, SCOPES);
        if (await isLetIn(endpoint, key)) letIn.push(role);
      }
      expect(letIn.toSorted()).toEqual([...(API_MATRIX[name]?.roles ?? [])].toSorted());
    },
  );

  it.each(named)("answers %s to nobody without a key", async (_, endpoint) => {
    expect((await sendExample(desk, endpoint, { key: "" })).status).toBe(401);
  });
});
