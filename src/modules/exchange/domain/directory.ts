import type {
  LeistungContent,
  OnlineService,
} from "../../catalogue/content.ts";

/** What a directory of the Portalverbund consists of. */
export type EntryKind =
  | "leistung"
  | "specialisation"
  | "organisation"
  | "online-service"
  | "zustaendigkeit";

/** A record answers for this Leistung in this area: the beginning of an ARS, empty for everywhere. */
export type DirectoryArea = {
  readonly leistungKey: string;
  readonly area: string;
};

/** One record as a source delivers it; without content the source deletes it. */
export type DirectoryRecord = {
  readonly kind: EntryKind;
  readonly key: string;
  readonly content: object | null;
  readonly areas: readonly DirectoryArea[];
};

/** What a Leistung of a directory is made of in one area. */
export type DirectoryParts = {
  readonly leistung: Partial<LeistungContent>;
  /** In the area, the nearest last: a commune's before the county's. */
  readonly specialisations: readonly Partial<LeistungContent>[];
  readonly onlineServices: readonly OnlineService[];
};

/** The Leistung as it is offered there, as the directory says it: to be checked by who keeps it. */
export function composed(parts: DirectoryParts): Partial<LeistungContent> {
  const services = uniqueByUrl([
    ...(parts.leistung.onlineServices ?? []),
    ...parts.onlineServices,
  ]);
  return parts.specialisations.reduce<Partial<LeistungContent>>(
    (content, part) => ({ ...content, ...part }),
    {
      ...parts.leistung,
      ...(services.length > 0 && { onlineServices: services }),
    },
  );
}

function uniqueByUrl(services: readonly OnlineService[]): OnlineService[] {
  return [...new Map(services.map((it) => [it.url, it])).values()];
}
