import { z } from "zod";

import { AccountSnapshot, dumpAccount, loadAccount } from "./account-snapshot";
import { ComponentSnapshot, dumpComponent, loadComponent } from "./component-snapshot";
import { DEFAULT_SETTINGS, Settings } from "./settings";
import type { Lasting, SandboxState } from "./state";

const Snapshot = z.strictObject({
  kind: z.literal("mintdesk-sandbox"),
  version: z.literal(1),
  /** A switch that is newer than the file has its default. */
  settings: Settings.partial(),
  accounts: z.array(AccountSnapshot),
  components: z.array(ComponentSnapshot),
});

/** What outlives a restart, as text for a file. Holds secrets in the clear. */
export function writeSnapshot(state: SandboxState): string {
  const { settings, accounts, components } = state.lasting();
  return JSON.stringify({
    kind: "mintdesk-sandbox",
    version: 1,
    settings,
    accounts: accounts.map((account) => dumpAccount(account, state.now())),
    components: components.map(dumpComponent),
  } satisfies z.input<typeof Snapshot>);
}

/** What writeSnapshot wrote. Throws on anything else. */
export function readSnapshot(text: string, nowMs: number): Lasting {
  const { settings, accounts, components } = Snapshot.parse(JSON.parse(text));
  return {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    accounts: accounts.map((account) => loadAccount(account, nowMs)),
    components: components.map(loadComponent),
  };
}
