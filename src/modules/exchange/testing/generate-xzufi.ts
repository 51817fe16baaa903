/** How much a test file holds. */
export type GeneratedXzufi = {
  readonly leistungen: number;
  readonly areas: number;
  /** Makes other texts of the same records. */
  readonly edition?: number;
};

const namespace = "http://xoev.de/schemata/xzufi/2_2_0";

const subjects = [
  ..."Hund Gewerbe Garage Wohnung Fahrzeug Baum Urkunde Ausweis Kita Schule Rente Jagd Angel Markt Brunnen Denkmal".split(
    " ",
  ),
  ..."Abfall Wasser Strasse Feuerwerk Musik Theater Turnhalle Friedhof Bienen Pferd Boot Drohne Kran Gaststätte".split(
    " ",
  ),
];
const acts =
  "Anmeldung Genehmigung Erlaubnis Bescheinigung Zulassung Befreiung Verlängerung Abmeldung Förderung Auskunft".split(
    " ",
  );
const places =
  "Innenstadt Hafen Altstadt Seeufer Gewerbegebiet Dorf Markt Bahnhof Schloss Wald".split(
    " ",
  );

/**
 * A transfer message of any size, piece by piece: Leistungen with texts of usual length in two languages, then organisations that answer for
 * them, each with Zuständigkeiten for ten areas. Names, keys and numbers are invented.
 */
export function* generateXzufi(wanted: GeneratedXzufi): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<xzufi:transfer xmlns:xzufi="${namespace}" xzufiVersion="2.2.0"><xzufi:nachrichtenkopf/>`,
  );
  for (let number = 0; number < wanted.leistungen; number += 1)
    yield encoder.encode(leistungXml(number, wanted.edition ?? 1));
  const perOrganisation = 10;
  for (let at = 0; at < wanted.areas; at += perOrganisation)
    yield encoder.encode(organisationXml(at, wanted));
  yield encoder.encode("</xzufi:transfer>");
}

const id = (name: string, value: string) =>
  `<xzufi:${name} schemeAgencyID="L100099">${value}</xzufi:${name}>`;

function leistungXml(number: number, edition: number): string {
  const subject = subjects[number % subjects.length] ?? "";
  const act = acts[Math.floor(number / subjects.length) % acts.length] ?? "";
  const place = places[Math.floor(number / 97) % places.length] ?? "";
  const name = `${subject}: ${act} (${place} ${String(number)})`;
  return `<xzufi:schreibe><xzufi:leistung>${id("id", `L${String(number)}`)}
<xzufi:referenzLeiKa><code>99${String(number).padStart(12, "0")}</code></xzufi:referenzLeiKa>
${text("02", name)}${text("03", name)}
${text("05", `Die ${act} für ${subject} im Bereich ${place} brauchen Sie, bevor Sie beginnen. Ausgabe ${String(edition)}.`)}
${text("06", `<p>Wenn Sie ${subject} betreffende Vorhaben planen, stellen Sie einen Antrag auf ${act}.</p><p>Die zuständige Stelle prüft Unterlagen und entscheidet nach Ermessen.</p>`)}
${text("08", "<ul><li>Personalausweis oder Reisepass</li><li>Lageplan im Maßstab 1:500</li><li>Nachweis der Haftpflichtversicherung</li></ul>")}
${text("09", "<p>Sie sind volljährig und wohnen im Zuständigkeitsbereich der Behörde.</p>")}
${text("11", "<ol><li>Antrag stellen</li><li>Gebühr zahlen</li><li>Bescheid abwarten</li></ol>")}
<xzufi:modulKosten><xzufi:kosten><xzufi:betrag>${String(number % 300)}.50</xzufi:betrag><xzufi:waehrung><code>EUR</code></xzufi:waehrung></xzufi:kosten></xzufi:modulKosten>
<xzufi:vertrauensniveau><code>20</code></xzufi:vertrauensniveau></xzufi:leistung></xzufi:schreibe>\n`;
}

function text(code: string, german: string): string {
  return `<xzufi:modulText><xzufi:inhalt languageCode="de">${escaped(german)}</xzufi:inhalt><xzufi:leikaTextmodul><code>${code}</code></xzufi:leikaTextmodul></xzufi:modulText>`;
}

const escaped = (markup: string) =>
  markup.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function organisationXml(at: number, { leistungen }: GeneratedXzufi): string {
  const responsible = Array.from({ length: 10 }, (_, offset) => {
    const number = (at + offset) % Math.max(leistungen, 1);
    return `<xzufi:zustaendigkeit>${id("leistungID", `L${String(number)}`)}<xzufi:gebietID>130760000000</xzufi:gebietID></xzufi:zustaendigkeit>`;
  }).join("");
  return `<xzufi:schreibe><xzufi:organisationseinheit>${id("id", `O${String(at)}`)}<xzufi:name><xzufi:name languageCode="de">Amt ${String(at)}</xzufi:name></xzufi:name>${responsible}</xzufi:organisationseinheit></xzufi:schreibe>\n`;
}
