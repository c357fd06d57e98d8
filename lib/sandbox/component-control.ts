import type { Context, Hono } from "hono";
import { z } from "zod";

import { ComponentInput, ComponentPatch, viewComponent, type Component } from "./component";
import { authorise, pushTicket, withdraw, type PushOptions } from "./component-events";
import { parseBody } from "./parse-body";
import { LoopbackUrl } from "./send-push";
import type { SandboxState } from "./state";

const PUSH = {
  /** Instead of the platform's pushUrl; null pushes nothing. */
  url: LoopbackUrl.nullish(),
  usePreviousKey: z.boolean().default(false),
};

const TicketInput = z.strictObject(PUSH);

const AuthoriseInput = z.strictObject({
  ...PUSH,
  /** The mini program that consents. */
  appid: z.string(),
  /** Permission sets; without 17 there are no codes, without 88 no links. */
  sets: z.array(z.number().int().min(1)).max(200).default([17, 18, 88]),
  /** One is made up when not given. */
  preAuthCode: z.string().optional(),
});

const WithdrawInput = z.strictObject({ ...PUSH, appid: z.string() });

/** Platforms under /__sandbox/components: creating, changing, pushing, consenting, withdrawing. */
export function addComponentRoutes(control: Hono, state: SandboxState): void {
  const { components } = state;
  control.get("/components", (c) => c.json({ components: components.list() }));
  control.post("/components", async (c) => {
    const input = await parseBody(c, ComponentInput);
    if ("problem" in input) return input.problem;
    const isTaken = state.accountOf(input.value.appid) !== null;
    const component = isTaken ? null : components.create(input.value);
    return component === null
      ? c.json({ error: "appid taken or sandbox full" }, 409)
      : c.json(component, 201);
  });
  control.get("/components/:component", (c) =>
    withComponent(c, state, async (component) => c.json(viewComponent(component))),
  );
  control.patch("/components/:component", async (c) => {
    const input = await parseBody(c, ComponentPatch);
    if ("problem" in input) return input.problem;
    const component = components.update(c.req.param("component"), input.value);
    return component === null ? c.json({ error: "no such component" }, 404) : c.json(component);
  });
  addEventRoutes(control, state);
}

function addEventRoutes(control: Hono, state: SandboxState): void {
  control.post("/components/:component/ticket", (c) =>
    withComponent(c, state, async (component) => {
      const input = await parseBody(c, TicketInput);
      if ("problem" in input) return input.problem;
      return c.json(await pushTicket(state, component, pushOptions(component, input.value)));
    }),
  );
  control.post("/components/:component/authorise", (c) =>
    withComponent(c, state, async (component) => {
      const input = await parseBody(c, AuthoriseInput);
      if ("problem" in input) return input.problem;
      const { appid, sets } = input.value;
      if (state.accountOf(appid) === null) return c.json({ error: "no such account" }, 404);
      const preAuthCode =
        input.value.preAuthCode ?? component.preAuthCodes.issue(null, state.now());
      if (typeof component.preAuthCodes.read(preAuthCode, state.now()) === "string") {
        return c.json({ error: "the pre-authorisation code is unknown, spent or expired" }, 409);
      }
      const consent = { appid, sets, preAuthCode };
      const options = pushOptions(component, input.value);
      return c.json(await authorise(state, component, consent, options));
    }),
  );
  control.post("/components/:component/unauthorise", (c) =>
    withComponent(c, state, async (component) => {
      const input = await parseBody(c, WithdrawInput);
      if ("problem" in input) return input.problem;
      const authorization = component.authorizations.get(input.value.appid);
      if (authorization === undefined) return c.json({ error: "not authorised" }, 404);
      const options = pushOptions(component, input.value);
      return c.json(await withdraw(state, component, authorization, options));
    }),
  );
}

async function withComponent(
  c: Context,
  state: SandboxState,
  answer: (component: Component) => Promise<Response>,
): Promise<Response> {
  const component = state.components.find(c.req.param("component") ?? "");
  return component === null ? c.json({ error: "no such component" }, 404) : answer(component);
}

function pushOptions(
  component: Component,
  { url, usePreviousKey }: { url?: string | null | undefined; usePreviousKey: boolean },
): PushOptions {
  return { url: url === undefined ? component.pushUrl : url, usePreviousKey };
}
