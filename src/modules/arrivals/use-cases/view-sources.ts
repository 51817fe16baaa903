import type { Context } from "../../../platform/context/context.ts";
import type { EnteredOptions } from "../../delivery/index.ts";
import { needsPerson, type Arrival } from "../domain/arrival.ts";
import type { Inbox } from "../domain/inbox.ts";
import { countAccepted, listForPeople } from "../store/arrival-store.ts";
import {
  findSource,
  listSources,
  type StoredSource,
} from "../store/source-store.ts";
import { readEntered } from "./open-source.ts";

export type SourceEntry = Pick<
  StoredSource,
  "id" | "name" | "inboxKey" | "isEnabled" | "askedAt" | "cause"
>;

export type ArrivalsOverview = {
  readonly sources: readonly SourceEntry[];
  /** What a person has to look at, and what is on its way. */
  readonly arrivals: readonly (Arrival & { readonly needsPerson: boolean })[];
  readonly acceptedLately: number;
};

/** Days that the count of accepted ones looks back. */
export const lately = 30;

/** Undefined for who may not. */
export async function viewSources(
  context: Context,
): Promise<ArrivalsOverview | undefined> {
  const { tenantId, actor, now } = context;
  if (!actor.may("delivery.edit")) return undefined;
  const since = new Date(now.getTime() - lately * 24 * 3_600_000);
  return context.transaction(async (db) => {
    const arrivals = await listForPeople(db, tenantId);
    return {
      sources: await listSources(db, tenantId),
      arrivals: arrivals
        .filter(
          ({ state, changedAt }) => state !== "rejected" || changedAt > since,
        )
        .map((one) => ({ ...one, needsPerson: needsPerson(one, now) })),
      acceptedLately: await countAccepted(db, tenantId, since),
    };
  });
}

export type OpenSource = SourceEntry & {
  /** Without secrets. */
  readonly options: EnteredOptions;
  readonly storedSecrets: readonly string[];
};

/** A source as it is shown to be changed; secrets never leave the store but to their inbox. Undefined for who may not, and when there is none. */
export async function showSource(
  context: Context,
  sourceId: string,
  inboxes: ReadonlyMap<string, Inbox>,
): Promise<OpenSource | undefined> {
  if (!context.actor.may("delivery.edit")) return undefined;
  const stored = await context.transaction((db) =>
    findSource(db, context.tenantId, sourceId),
  );
  const inbox = stored && inboxes.get(stored.inboxKey);
  if (!inbox) return undefined;
  const secrets = secretNames(inbox);
  const entries = Object.entries(await readEntered(context, stored));
  const { options: _, ...entry } = stored;
  return {
    ...entry,
    options: Object.fromEntries(
      entries
        .filter(([name]) => !secrets.has(name))
        .map(([name, value]) => [name, String(value)]),
    ),
    storedSecrets: entries
      .map(([name]) => name)
      .filter((name) => secrets.has(name)),
  };
}

/** Options that are write-only. */
export const secretNames = (inbox: Inbox): ReadonlySet<string> =>
  new Set(
    inbox
      .describe("de")
      .fields.filter(({ kind }) => kind === "secret" || kind === "secret-lines")
      .map(({ name }) => name),
  );
