import { checkNode } from "./check-node.mjs";
import { ensureBuild } from "./ensure-build.mjs";
import { ensureClient } from "./ensure-client.mjs";
import { ensureInstall } from "./ensure-install.mjs";
import { holdBootstrap } from "./hold-bootstrap.mjs";

/**
 * Brings a clone to the state in which its parts can run.
 * @param {{ build: boolean }} options whether the web part is served from a build
 */
export async function bootstrap({ build }) {
  checkNode();
  await holdBootstrap(async () => {
    await ensureInstall();
    await ensureClient();
    if (build) await ensureBuild();
  });
}
