import { foldText } from "../../../../platform/values/fold-text.ts";
import { editDistance } from "../../../../platform/values/edit-distance.ts";
import { stemOf } from "./stem.ts";

/** What people say → words that Leistungen carry in title or keywords. Only where neither spelling nor compounds lead there. */
const everyday: Readonly<Record<string, string>> = {
  "parkplatz stellplatz parken parkschein anwohnerparken anwohnerparkausweis anwohnerausweis anwohner parkerlaubnis":
    "bewohnerparkausweis",
  "perso ausweis idkarte plastikkarte": "personalausweis",
  "ziehe ziehen gezogen umzug umziehen ummelden umgezogen einzug eingezogen zugezogen zuzug adresse anschrift meldeamt einwohnermeldeamt":
    "wohnsitz",
  wohnung: "wohnsitz wohngeld",
  "hund hunde welpe dackel vierbeiner hundemarke": "hundesteuer",
  "auto pkw wagen fahrzeug motorrad anhänger kennzeichen nummernschild lkw":
    "kfz",
  "lappen fahrerlaubnis fahrschule autofahren": "führerschein",
  "firma selbstständig selbständig unternehmen gründen gründung geschäft laden business kleingewerbe existenzgründung startup":
    "gewerbe gewerbeanmeldung",
  "aufmachen eröffnen eröffnung": "gewerbeanmeldung gaststätte",
  "imbiss kneipe restaurant bistro dönerladen": "gaststätte",
  "stütze sozialgeld arge grundeinkommen": "bürgergeld",
  "bezahlen begleichen": "zahlen",
  "fest feier party konzert flohmarkt straßenfest stadtfest dorffest feuerwerk osterfeuer weihnachtsmarkt":
    "veranstaltung",
  "baby kind neugeborenes geboren nachwuchs": "geburt geburtsurkunde",
  "heirat heiraten hochzeit trauung verlobt": "eheschließung",
  "miete mietzuschuss wohnkosten mietkosten mietbeihilfe": "wohngeld",
  "hausbau anbau garage carport gartenhaus umbau neubau": "baugenehmigung",
  "jäger jagen waffe hochsitz": "jagdschein",
  "angeln angelschein fischen": "fischereischein",
  "müll mülltonne sperrmüll tonne biotonne": "abfall",
  "behinderung behindert schwerbehindert": "schwerbehindertenausweis",
  "tod gestorben verstorben todesfall": "sterbeurkunde",
  "kindergarten krippe tagesmutter hort": "kita",
  "schulbus busfahrkarte schülerticket": "schülerbeförderung",
  "baum bäume fällen kettensäge": "baumfällung",
};

const meaningsOfStem = readMeanings();

/** Stems of other words for the same thing; also with one typing error in a long word; empty when the program knows none. */
export function everydayMeaningsOf(stem: string): readonly string[] {
  const known = meaningsOfStem.get(stem);
  if (known !== undefined || stem.length < shortestWithError)
    return known ?? [];
  const alike = [...meaningsOfStem].find(
    ([word]) =>
      word.length >= shortestWithError && editDistance(stem, word, 1) <= 1,
  );
  return alike?.[1] ?? [];
}

/** Of shorter words one letter more or less makes another word. */
const shortestWithError = 7;

function readMeanings(): ReadonlyMap<string, readonly string[]> {
  const meanings = new Map<string, readonly string[]>();
  for (const [spoken, official] of Object.entries(everyday)) {
    const officialStems = foldText(official).split(" ").map(stemOf);
    for (const word of foldText(spoken).split(" ")) {
      const stem = stemOf(word);
      meanings.set(stem, [...(meanings.get(stem) ?? []), ...officialStems]);
    }
  }
  return meanings;
}
