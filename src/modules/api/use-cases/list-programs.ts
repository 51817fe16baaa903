import type { Context } from "../../../platform/context/context.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { nameOfDestination } from "../../delivery/index.ts";
import { accessTexts } from "../i18n/texts.ts";
import { listAllClients } from "./list-all-clients.ts";

/** Every program that may call for this tenant, in words for people; none for who may not know. */
export async function listPrograms(context: Context, locale: Locale) {
  const clients = await listAllClients(context);
  if (!clients.ok) return [];
  const t = accessTexts(locale);
  return Promise.all(
    clients.value.map(async ({ name, destinationId, scopes, lastUsedAt }) => ({
      name,
      system:
        (await nameOfDestination(context, destinationId)) ?? destinationId,
      rights: scopes.map((scope) => t(`scope.${scope}`)),
      lastUsedAt,
    })),
  );
}
