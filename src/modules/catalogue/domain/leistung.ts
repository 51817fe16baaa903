import type { ProviderName } from "./provider.ts";
import type { Office } from "../../tenants/index.ts";
import type { AssuranceLevel } from "./content/assurance-level.ts";
import {
  inLanguage,
  type LeistungContent,
} from "./content/leistung-content.ts";

/** Key of a node in the tree of situations, such as `papers`. */
export type LifeSituation = string;

/** What lists and tiles show. */
export type LeistungSummary = {
  readonly id: string;
  /** Last part of its address, unique in the portal. */
  readonly slug: string;
  /** In German, as everything in a summary. */
  readonly title: string;
  readonly teaser: string;
  /** The same in English, as far as the authority wrote it. */
  readonly english?: {
    readonly title?: string | undefined;
    readonly teaser?: string | undefined;
  };
  /** A to Z, or # for what begins with neither. */
  readonly initial: string;
  /** The main one. */
  readonly lifeSituation: LifeSituation;
  /** Form behind "Online beantragen"; null when there is none yet. */
  readonly formKey: string | null;
  /** The portal words it its own way, and the authority above that offers it has a form for it. */
  readonly isOnlineAbove?: true | undefined;
  /** Told by the search: somebody else has an online service for it. */
  readonly isOnlineElsewhere?: true | undefined;
  /** Who offers it, where that is not the authority itself. */
  readonly provider?: ProviderName | undefined;
};

/** True where the whole application goes online in this portal, whoever receives it. */
export const goesOnline = ({
  formKey,
  isOnlineAbove,
}: Pick<LeistungSummary, "formKey" | "isOnlineAbove">): boolean =>
  formKey !== null || isOnlineAbove === true;

/** Title and teaser for somebody who reads this language, each in German where there is no other; `language` says which one it is. */
export function namesIn(
  {
    title,
    teaser,
    english,
  }: Pick<LeistungSummary, "title" | "teaser" | "english">,
  language: string,
) {
  const inBoth = (de: string, en = "") => inLanguage({ de, en }, language);
  return {
    title: inBoth(title, english?.title),
    teaser: inBoth(teaser, english?.teaser),
  };
}

/** What sending an application needs to know of its Leistung. */
export type LeistungHead = {
  readonly title: string;
  /** Leistungsschlüssel (LeiKa), 14 digits. */
  readonly leikaKey: string | undefined;
  readonly lifeSituation: LifeSituation;
  readonly assuranceLevel: AssuranceLevel;
};

/** One service of one authority (Verwaltungsleistung), as everybody reads it now. */
export type Leistung = LeistungSummary & {
  readonly content: LeistungContent;
  readonly updatedAt: Date;
  /** Absent where the authority wrote all of it. */
  readonly takenOver?: TakenOver | undefined;
};

/** Where a Leistung is taken over from, and what this authority wrote itself. */
export type TakenOver = {
  /** `portal:` and the id of a tenant, or `import:` and the source of a file. */
  readonly source: string;
  /** How the source names it. */
  readonly key: string;
  /** Keys of the content. */
  readonly ownParts: readonly string[];
};

/** A Leistung with the office that is responsible for it; null when that office was closed since. */
export type LeistungWithOffice = Leistung & { readonly office: Office | null };
