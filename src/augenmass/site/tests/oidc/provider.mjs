/* An identity provider for tests: signs in, without asking, whoever was named last at /who. */

import { createServer } from "node:http";
import Provider from "oidc-provider";

const people = new Map();
let current = { sub: "nobody", claims: {}, amr: ["pwd"] };

const started = (port) => {
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: "augenmass",
        client_secret: process.env.SECRET,
        redirect_uris: ["http://testserver/anmelden/dienst/haus/zurueck/"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: ["only for tests"] },
    claims: { openid: ["sub", "amr", "acr"], profile: ["preferred_username", "name"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (context.path === "/who") {
      let text = "";
      for await (const part of context.req) text += part;
      current = JSON.parse(text);
      people.set(current.sub, current.claims);
      context.body = "ok";
    } else if (context.path.startsWith("/interaction/")) {
      context.respond = false;
      const { sub, amr, acr } = current;
      await provider.interactionFinished(context.req, context.res, { login: { accountId: sub, amr, acr } });
    } else {
      await next();
    }
  });
  return provider.callback();
};

let answer = (_request, response) => response.writeHead(503).end();
const server = createServer((request, response) => answer(request, response));
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  answer = started(port);
  console.log(`port ${port}`);
});
