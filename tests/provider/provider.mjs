// A certified provider of OpenID Connect on this machine, for the tests: who signs in there is said by its first argument.
import Provider from "oidc-provider";

const { port, redirects, accounts, secret } = JSON.parse(process.argv[2]);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: "outturn", client_secret: secret, redirect_uris: redirects, grant_types: ["authorization_code"] }],
  pkce: { required: () => true },
  claims: { openid: ["sub", "roles"], profile: ["name", "preferred_username"], email: ["email"] },
  cookies: { keys: ["only for tests"] },
  findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) }),
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
