import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/** The provider's own pages: one form that asks who signs in and how strongly, or lets the person go back. */
export function interactions(
  provider: Provider,
): (request: IncomingMessage, reply: ServerResponse) => Promise<void> {
  return async (request, reply) => {
    try {
      const details = await provider.interactionDetails(request, reply);
      if (request.method !== "POST") showForm(reply, details);
      else await finish({ provider, details }, request, reply);
    } catch (error) {
      reply.writeHead(400).end(String(error));
    }
  };
}

function showForm(reply: ServerResponse, { prompt, uid }: Interaction): void {
  const asked = JSON.stringify(prompt.details["acr"] ?? "any");
  reply.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(
    `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1><p>${asked.replaceAll("<", "&lt;")}</p>
<form method="post" action="/interaction/${uid}">
<label>Login <input name="login" autocomplete="off"></label>
<label>Level <input name="acr" value="loa-1"></label>
<button name="answer" value="yes">Sign in</button>
<button name="answer" value="no">Cancel</button>
</form></html>`,
  );
}

type Asked = { readonly provider: Provider; readonly details: Interaction };

async function finish(
  { provider, details }: Asked,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const fields = await readForm(request);
  if (fields.get("answer") === "no") {
    await provider.interactionFinished(request, reply, {
      error: "access_denied",
      error_description: "the person went back",
    });
    return;
  }
  const accountId = fields.get("login") ?? details.session?.accountId ?? "";
  const grant = new provider.Grant({
    accountId,
    clientId: String(details.params["client_id"]),
  });
  grant.addOIDCScope(String(details.params["scope"]));
  await provider.interactionFinished(request, reply, {
    login: { accountId, acr: fields.get("acr") ?? "loa-1" },
    consent: { grantId: await grant.save() },
  });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request as AsyncIterable<Buffer>)
    text += chunk.toString("utf8");
  return new URLSearchParams(text);
}
