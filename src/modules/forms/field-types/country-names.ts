import { locales, type Locale } from "../../../platform/i18n/texts.ts";
import { foldText } from "../../../platform/values/fold-text.ts";

// ISO 3166-1 alpha-2, all officially assigned codes.
const codes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM " +
  "JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP " +
  "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO " +
  "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

export const countryCodes: readonly string[] = codes.split(" ");

export type CountryName = { readonly code: string; readonly name: string };

/** All countries by their name in a language; Germany first, because most people mean it. */
export function countriesIn(locale: Locale): readonly CountryName[] {
  return lists[locale];
}

/** The code of a country typed as code or by its name in German or English; undefined for anything else. */
export function countryCodeOf(text: string): string | undefined {
  return known.get(foldText(text));
}

function listIn(locale: Locale): readonly CountryName[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  const all = countryCodes.map((code) => ({
    code,
    name: names.of(code) ?? code,
  }));
  const others = all
    .filter(({ code }) => code !== "DE")
    .toSorted((first, second) => compare(first.name, second.name));
  return [...all.filter(({ code }) => code === "DE"), ...others];
}

const lists: Readonly<Record<Locale, readonly CountryName[]>> = {
  de: listIn("de"),
  en: listIn("en"),
};

const known: ReadonlyMap<string, string> = new Map([
  ...locales.flatMap((locale) =>
    lists[locale].map(({ code, name }) => [foldText(name), code] as const),
  ),
  ...countryCodes.map((code) => [foldText(code), code] as const),
]);
