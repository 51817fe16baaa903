/** A small schema in XDatenfelder 3.0.0, of the project's own, one element per line, to be broken in tests. */
export function sampleXdf3(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf="urn:xoev-de:fim:standard:xdatenfelder_3.0.0">
<xdf:header>
<xdf:nachrichtID>1</xdf:nachrichtID>
<xdf:erstellungszeitpunkt>2026-01-02T03:04:05Z</xdf:erstellungszeitpunkt>
<xdf:datenqualitaet><code>PROD</code></xdf:datenqualitaet>
</xdf:header>
<xdf:stammdatenschema>
${common("S1", "Testformular")}
<xdf:bezeichnung>Testformular</xdf:bezeichnung>
<xdf:ableitungsmodifikationenStruktur><code>3</code></xdf:ableitungsmodifikationenStruktur>
<xdf:ableitungsmodifikationenRepraesentation><code>1</code></xdf:ableitungsmodifikationenRepraesentation>
<xdf:dokumentsteckbrief><xdf:id>D1</xdf:id></xdf:dokumentsteckbrief>
<xdf:regel>
<xdf:identifikation><xdf:id>R1</xdf:id><xdf:version>1.0.0</xdf:version></xdf:identifikation>
<xdf:name>Regel</xdf:name>
<xdf:freitextRegel>WENN F1, DANN F2</xdf:freitextRegel>
<xdf:letzteAenderung>2026-01-01T00:00:00Z</xdf:letzteAenderung>
<xdf:typ><code>K</code></xdf:typ>
</xdf:regel>
${structure("1:1", field({ id: "F1", name: "Familienname", rest: '<xdf:praezisierung minLength="1" maxLength="50"/>' }))}
${structure("0:1", field({ id: "F2", name: "Farbe", kind: "select", after: "<xdf:werte>\n<xdf:wert><xdf:code>1</xdf:code><xdf:name>Rot</xdf:name></xdf:wert>\n<xdf:wert><xdf:code>2</xdf:code><xdf:name>Blau</xdf:name></xdf:wert>\n</xdf:werte>" }))}
${structure("1:*", group("G1", "Reise", structure("1:1", field({ id: "F3", name: "Abreise", type: "date" }))))}
</xdf:stammdatenschema>
</xdf:xdatenfelder.stammdatenschema.0102>`;
}

/** The same with every optional element of the standard where it may stand. */
export function fullXdf3(): string {
  const common = `<xdf:beschreibung>Zeile 1
Zeile 2</xdf:beschreibung><xdf:definition>Bedeutung</xdf:definition><xdf:bezug link="https://example.org">§ 1</xdf:bezug><xdf:bezug>§ 2</xdf:bezug>`;
  const status = `<xdf:statusGesetztAm>2026-01-01</xdf:statusGesetztAm><xdf:statusGesetztDurch>Amt</xdf:statusGesetztDurch><xdf:gueltigAb>2026-01-01</xdf:gueltigAb><xdf:gueltigBis>2030-01-01</xdf:gueltigBis><xdf:versionshinweis>neu</xdf:versionshinweis><xdf:veroeffentlichungsdatum>2026-01-01Z</xdf:veroeffentlichungsdatum>`;
  const relations = `<xdf:relation><xdf:praedikat listVersionID="1.2"><code>ABL</code></xdf:praedikat><xdf:objekt><xdf:id>F9</xdf:id><xdf:version>1.0.0</xdf:version></xdf:objekt></xdf:relation><xdf:stichwort uri="urn:x">Wort</xdf:stichwort><xdf:stichwort uri="urn:y">Wort</xdf:stichwort>`;
  return sampleXdf3()
    .replaceAll(
      /(<xdf:name>[^<]*<\/xdf:name>\n)(<xdf:freigabestatus.*\n)(<xdf:letzteAenderung>.*\n)/g,
      `$1${common}$2${status}$3${relations}`,
    )
    .replace(
      "<xdf:datenqualitaet>",
      "<xdf:referenzID>2</xdf:referenzID><xdf:produktbezeichnung>P</xdf:produktbezeichnung><xdf:produkthersteller>H</xdf:produkthersteller><xdf:produktversion>1</xdf:produktversion><xdf:datenqualitaet>",
    )
    .replace(
      "</xdf:bezeichnung>",
      "</xdf:bezeichnung><xdf:hilfetext>Hilfe</xdf:hilfetext>",
    )
    .replaceAll(
      /(<xdf:bezeichnungEingabe>.*)\n(.*)/g,
      "$1<xdf:bezeichnungAusgabe>Ausgabe</xdf:bezeichnungAusgabe>$2<xdf:hilfetextEingabe>Hilfe</xdf:hilfetextEingabe><xdf:hilfetextAusgabe>Hilfe</xdf:hilfetextAusgabe>",
    )
    .replaceAll(
      /(<xdf:anzahl>.*)/g,
      '$1<xdf:bezug link="https://example.org/a">§ 3</xdf:bezug><xdf:bezug>§ 4</xdf:bezug>',
    )
    .replace(
      "<xdf:freitextRegel>",
      "<xdf:beschreibung>B</xdf:beschreibung><xdf:freitextRegel>",
    )
    .replace(
      "</xdf:freitextRegel>",
      '</xdf:freitextRegel><xdf:bezug>§ 5</xdf:bezug><xdf:stichwort uri="urn:x">Wort</xdf:stichwort><xdf:fachlicherErsteller>Amt</xdf:fachlicherErsteller>',
    )
    .replace(
      "<xdf:typ><code>K</code></xdf:typ>",
      '<xdf:typ><code>M</code></xdf:typ><xdf:param element="F1" name="a"><xdf:typ>wert</xdf:typ></xdf:param><xdf:ziel element="F2" name="z"/><xdf:skript>return a;</xdf:skript><xdf:fehler code="1">Falsch</xdf:fehler>',
    );
}

type Field = {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly type?: string;
  /** XML before and after `vorbefuellung`. */
  readonly rest?: string;
  readonly after?: string;
};

function field({
  id,
  name,
  kind = "input",
  type = "text",
  rest = "",
  after = "",
}: Field): string {
  return `<xdf:datenfeld>
${described(id, name)}
<xdf:feldart><code>${kind}</code></xdf:feldart>
<xdf:datentyp><code>${type}</code></xdf:datentyp>
${rest}
<xdf:vorbefuellung><code>keine</code></xdf:vorbefuellung>
${after}
</xdf:datenfeld>`;
}

function group(id: string, name: string, inner: string): string {
  return `<xdf:datenfeldgruppe>
${described(id, name)}
<xdf:art><code>X</code></xdf:art>
${inner}
</xdf:datenfeldgruppe>`;
}

function structure(count: string, inner: string): string {
  return `<xdf:struktur>
<xdf:anzahl>${count}</xdf:anzahl>
<xdf:enthaelt>
${inner}
</xdf:enthaelt>
</xdf:struktur>`;
}

function described(id: string, name: string): string {
  return `${common(id, name)}
<xdf:bezeichnungEingabe>${name}</xdf:bezeichnungEingabe>
<xdf:schemaelementart><code>RNG</code></xdf:schemaelementart>`;
}

function common(id: string, name: string): string {
  return `<xdf:identifikation><xdf:id>${id}</xdf:id><xdf:version>1.0.0</xdf:version></xdf:identifikation>
<xdf:name>${name}</xdf:name>
<xdf:freigabestatus listVersionID="2022-07-12"><code>6</code></xdf:freigabestatus>
<xdf:letzteAenderung>2026-01-01T00:00:00Z</xdf:letzteAenderung>`;
}
