import { Hono } from "hono";
import { z } from "zod";

import { AccountInput, AccountPatch } from "./account";
import { ClockInput } from "./clock";
import { addComponentRoutes } from "./component-control";
import { ENDPOINTS } from "./endpoints";
import { FaultRuleInput } from "./faults";
import { parseBody } from "./parse-body";
import { Settings } from "./settings";
import type { SandboxState } from "./state";

const RetireInput = z.strictObject({
  kind: z.enum(["plain", "stable"]).optional(),
  how: z.enum(["expired", "invalid"]),
});

/** The sandbox's own API, mounted under /__sandbox: plain JSON, 400 with zod's issues on bad input. */
export function controlRoutes(state: SandboxState): Hono {
  const control = new Hono();
  control.get("/health", (c) => c.json({ status: "ok" }));
  control.post("/reset", (c) => {
    state.reset();
    return c.json({ status: "ok" });
  });
  control.get("/counters", (c) => c.json({ accounts: state.listAccounts().map(withoutSecret) }));
  control.get("/settings", (c) => c.json(state.settings));
  control.patch("/settings", async (c) => {
    const input = await parseBody(c, Settings.partial());
    return "problem" in input ? input.problem : c.json(state.configure(input.value));
  });
  addClockRoutes(control, state);
  control.get("/requests", (c) => {
    const endpoint = ENDPOINTS.find((name) => name === c.req.query("endpoint"));
    return c.json({ requests: state.listRequests(endpoint) });
  });
  control.delete("/requests", (c) => {
    state.requests.clear();
    return c.body(null, 204);
  });
  addAccountRoutes(control, state);
  addFaultRoutes(control, state);
  addComponentRoutes(control, state);
  return control;
}

function addClockRoutes(control: Hono, state: SandboxState): void {
  control.get("/clock", (c) => c.json(state.clock.view()));
  control.patch("/clock", async (c) => {
    const input = await parseBody(c, ClockInput);
    if ("problem" in input) return input.problem;
    const isMoved = state.clock.move(input.value);
    return isMoved
      ? c.json(state.clock.view())
      : c.json({ error: "the clock keeps to the years 1970 to 2105" }, 400);
  });
}

function addAccountRoutes(control: Hono, state: SandboxState): void {
  control.get("/accounts", (c) => c.json({ accounts: state.listAccounts() }));
  control.post("/accounts", async (c) => {
    const input = await parseBody(c, AccountInput);
    if ("problem" in input) return input.problem;
    const account = state.createAccount(input.value);
    return account === null
      ? c.json({ error: "appid taken or sandbox full" }, 409)
      : c.json(account, 201);
  });
  control.get("/accounts/:appid", (c) => {
    const account = state.findAccount(c.req.param("appid"));
    return account === null ? c.json({ error: "no such account" }, 404) : c.json(account);
  });
  control.patch("/accounts/:appid", async (c) => {
    const input = await parseBody(c, AccountPatch);
    if ("problem" in input) return input.problem;
    const account = state.updateAccount(c.req.param("appid"), input.value);
    return account === null ? c.json({ error: "no such account" }, 404) : c.json(account);
  });
  control.post("/accounts/:appid/tokens/retire", async (c) => {
    const input = await parseBody(c, RetireInput);
    if ("problem" in input) return input.problem;
    const isKnown = state.retireTokens(c.req.param("appid"), input.value);
    return isKnown ? c.json({ status: "ok" }) : c.json({ error: "no such account" }, 404);
  });
}

function addFaultRoutes(control: Hono, state: SandboxState): void {
  control.get("/faults", (c) => c.json({ faults: state.faults.list() }));
  control.post("/faults", async (c) => {
    const input = await parseBody(c, FaultRuleInput);
    return "problem" in input ? input.problem : c.json(state.addFault(input.value), 201);
  });
  control.delete("/faults", (c) => {
    state.faults.clear();
    return c.body(null, 204);
  });
  control.delete("/faults/:id", (c) => {
    const isGone = state.faults.remove(Number(c.req.param("id")));
    return isGone ? c.body(null, 204) : c.json({ error: "no such fault" }, 404);
  });
}

function withoutSecret<T extends { secret: string }>({ secret: _secret, ...rest }: T) {
  return rest;
}
