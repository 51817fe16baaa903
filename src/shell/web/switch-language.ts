import type { FastifyReply } from "fastify";
import type { Locale } from "../../platform/i18n/texts.ts";
import { localeCookie, serializeCookie } from "./cookies.ts";
import { isLocalPath } from "./route.ts";
import type { WebEnvironment } from "./web-environment.ts";

/** The language an address asks for. */
export function chosenLocale(query: URLSearchParams): Locale | undefined {
  const chosen = query.get(localeCookie);
  return chosen === "de" || chosen === "en" ? chosen : undefined;
}

/** Remembers the language and leads to the same page without it in the address. */
export function switchLanguage(
  environment: WebEnvironment,
  {
    reply,
    path,
    query,
  }: {
    readonly reply: FastifyReply;
    readonly path: string;
    readonly query: URLSearchParams;
  },
  locale: Locale,
): FastifyReply {
  const rest = new URLSearchParams(query);
  rest.delete(localeCookie);
  const cookie = serializeCookie(
    { name: localeCookie, value: locale, maxAgeSeconds: 31_536_000 },
    environment.publicScheme,
  );
  const target = `${path.replace(/^\/+/, "/")}${rest.size > 0 ? `?${rest.toString()}` : ""}`;
  return reply
    .header("set-cookie", cookie)
    .header("cache-control", "no-store")
    .redirect(isLocalPath(target) ? target : "/", 303);
}
