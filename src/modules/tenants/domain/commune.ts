import type { Result } from "../../../platform/result/result.ts";

/** One commune as the official register of communes (Gemeindeverzeichnis) describes it. */
export type Commune = {
  /** 12 digits. */
  readonly ars: string;
  /** The official one, with what the commune is: "Schwerin, Landeshauptstadt". */
  readonly name: string;
  /** Textkennzeichen: 60 Markt, 61 kreisfreie Stadt, 62 Stadtkreis, 63 Stadt, 64 Gemeinde, 65 and 66 gemeindefreies Gebiet, 67 große Kreisstadt. */
  readonly kind: number;
  readonly county: string;
  /** Name of its Amt, Samtgemeinde or the like; its own where it has none. */
  readonly association: string;
  /** 50 none, 51 Amt, 52 Samtgemeinde, 53 Verbandsgemeinde, 54 Verwaltungsgemeinschaft …; undefined where the list does not say. */
  readonly associationKind: number | undefined;
  /** Of the seat of its administration; undefined where nobody lives. */
  readonly postcode: string | undefined;
  readonly areaHectares: number;
  readonly population: number;
};

/** A commune that holds, and since when it is known as it is. */
export type HeldCommune = Commune & { readonly validFrom: string };

/** Textkennzeichen of an area where nobody lives and that belongs to no commune. */
export const uninhabited = 66;

/** What an older ARS became, by an official list of changes. */
export type Succession = { readonly from: string; readonly to: string };

/** Why a line of the register is skipped. */
export type RegisterProblem =
  | "not-utf-8"
  | "quotes"
  | "record"
  | "short"
  | "day"
  | "ars"
  | "name"
  | "kind"
  | "county"
  | "postcode"
  | "number"
  | "twice";

/** A line that cannot be used; with the ARS where it can be read, so that the commune is not taken for one that has gone. */
export type UnreadLine = {
  readonly kind: RegisterProblem;
  readonly ars?: string | undefined;
};

/** Reads a register line by line; undefined for a line that is no commune. */
export type RegisterReader = {
  /** The first line names columns and no commune. */
  readonly hasHead: boolean;
  readonly read: (line: string) => Result<Commune | undefined, UnreadLine>;
  /** Day of the register, YYYY-MM-DD; undefined where the lines do not say it. */
  readonly asOf: () => string | undefined;
};

/** Amtlicher Gemeindeschlüssel, 8 digits: stays when a commune only changes its Amt. */
export function agsOf(ars: string): string {
  return `${ars.slice(0, 5)}${ars.slice(9)}`;
}

/** The checks that both formats of the register share. */
export function problemOfCommune(
  commune: Commune,
): RegisterProblem | undefined {
  const { name, postcode } = commune;
  if (!/\p{L}/u.test(name) || name.length > 100) return "name";
  if (!areKinds(commune)) return "kind";
  // The sea and land shared with another country lie in no county.
  if (commune.county === "" && commune.kind !== uninhabited) return "county";
  if (postcode !== undefined && !/^\d{5}$/.test(postcode)) return "postcode";
  const areNumbers = [commune.areaHectares, commune.population].every((each) =>
    isBetween(each, 0, 1e8),
  );
  return areNumbers ? undefined : "number";
}

function areKinds({ kind, associationKind }: Commune): boolean {
  return (
    isBetween(kind, 60, 67) &&
    (associationKind === undefined || isBetween(associationKind, 50, 59))
  );
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
