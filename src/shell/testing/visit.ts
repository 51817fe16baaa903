import assert from "node:assert/strict";
import type { Context } from "../../platform/context/context.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import type {
  Page,
  PortalRequest,
  Redirect,
  Reply,
  Route,
} from "../web/route.ts";

/** Landeshauptstadt Schwerin, as far as a page needs it. */
export function schwerin(tenantId: string): Portal {
  return {
    tenantId,
    slug: "schwerin",
    name: "Landeshauptstadt Schwerin",
    shortName: "Schwerin",
    kind: "stadt",
    ars: "130040000000",
    parentTenantId: null,
    host: "schwerin",
    accentColour: "#1d5fa6",
    crestSvg: "<svg></svg>",
    contact: {
      office: "Bürgerbüro",
      street: "Am Packhof 2–6",
      postcode: "19053",
      town: "Schwerin",
      phone: "0385 545-0",
      email: "buergerbuero@schwerin.example",
      openingHours: [],
    },
  };
}

export type Visit = Partial<
  Pick<
    PortalRequest,
    | "locale"
    | "portal"
    | "params"
    | "cookies"
    | "staff"
    | "account"
    | "accountContext"
    | "files"
  >
> & {
  readonly context: Context;
  /** Path with query; the parameters of the route's pattern are filled in from it. */
  readonly path: string;
  readonly fields?: Readonly<Record<string, string>> | URLSearchParams;
};

/** Calls the handler of the route a path belongs to, without the frame. Audience and permission are the frame's matter. */
export async function visit(
  routes: readonly Route[],
  method: Route["method"],
  given: Visit,
): Promise<Reply> {
  const [path = "", query = ""] = given.path.split("?", 2);
  const found = routes.find(
    (route) => route.method === method && paramsOf(route.path, path),
  );
  assert.ok(found, `no route for ${method} ${path}`);
  const { context, cookies = {}, staff } = given;
  return found.handle({
    context,
    portal: given.portal ?? schwerin(context.tenantId),
    authority: given.portal ?? schwerin(context.tenantId),
    locale: given.locale ?? "de",
    baseUrl: "http://schwerin.localhost:8080",
    path,
    params: paramsOf(found.path, path) ?? {},
    query: new URLSearchParams(query),
    fields: new URLSearchParams(given.fields),
    files: given.files ?? [],
    cookies,
    clientAddress: "192.0.2.1",
    staff,
    account: given.account,
    accountContext: given.accountContext ?? context,
  });
}

/** The reply as a page; fails on anything else. */
export function asPage(reply: Reply): Page & { readonly text: string } {
  assert.ok(reply.kind === "page", JSON.stringify(reply));
  return { ...reply, text: String(reply.main) };
}

/** The reply as a redirect; fails on anything else. */
export function asRedirect(reply: Reply): Redirect {
  assert.ok(reply.kind === "redirect", JSON.stringify(reply));
  return reply;
}

/** The status of an error page; fails on anything else. */
export function errorStatusOf(reply: Reply): number {
  assert.ok(reply.kind === "error", JSON.stringify(reply));
  return reply.status;
}

function paramsOf(
  pattern: string,
  path: string,
): Record<string, string> | undefined {
  const names = pattern.split("/");
  const parts = path.split("/");
  if (names.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? "";
    if (name.startsWith(":")) params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}
