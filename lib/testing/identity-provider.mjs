/**
 * A small identity provider on this machine, for tests of the sign-in by one: any password is right, and the login
 * says who comes, such as `desk-ops.chen`: group, dot, name. Plain JavaScript, because e2e/serve.mjs runs it as it is.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const MINUTES_10 = 600;
const SCOPE = "openid email profile";

/** What the provider says of a login; `unverified` and `nomail` in a name say less. */
function claimsOf(login) {
  const [group = "", name = ""] = login.split(".");
  return {
    sub: login,
    name: `${name} of ${group}`,
    email: name.includes("nomail") ? undefined : `${name}@example.com`,
    email_verified: !name.includes("unverified"),
    realm_access: { roles: group === "none" ? [] : [group] },
  };
}

/**
 * @param {{ clientId: string, clientSecret: string, redirectUri: string }} options
 * @returns {Promise<{ issuer: string, close(): Promise<void> }>}
 */
export async function startIdentityProvider({ clientId, clientSecret, redirectUri }) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const issuer = `http://127.0.0.1:${port}`;
  const provider = quietly(
    () =>
      new Provider(issuer, {
        clients: [
          { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] },
        ],
        claims: {
          openid: ["sub"],
          email: ["email", "email_verified"],
          profile: ["name", "realm_access"],
        },
        findAccount: (_ctx, login) => ({ accountId: login, claims: () => claimsOf(login) }),
        async loadExistingGrant(ctx) {
          const { client, session, provider: here } = ctx.oidc;
          const grant = new here.Grant({ clientId: client.clientId, accountId: session.accountId });
          grant.addOIDCScope(SCOPE);
          await grant.save();
          return grant;
        },
        cookies: { keys: ["of a test"] },
        ttl: {
          Interaction: MINUTES_10,
          Grant: MINUTES_10,
          Session: MINUTES_10,
          AccessToken: MINUTES_10,
          IdToken: MINUTES_10,
        },
        pkce: { required: () => true },
      }),
  );
  server.on("request", provider.callback());
  return {
    issuer,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** The library warns of what a provider for tests is meant to be: in memory, with a form that lets everybody in. */
function quietly(work) {
  const { warn } = console;
  // oxlint-disable-next-line no-console -- put back at once
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    // oxlint-disable-next-line no-console -- as above
    console.warn = warn;
  }
}
