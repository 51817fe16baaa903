import type { SourceDocument } from "../import/source-document.ts";

/** A small schema in XDatenfelder 2.0, of the project's own, to be broken in tests: text, select and a group with a date. */
export function sampleSchema(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf="urn:xoev-de:fim:standard:xdatenfelder_2">
<xdf:header><xdf:nachrichtID>1</xdf:nachrichtID><xdf:erstellungszeitpunkt>2026-01-02T03:04:05Z</xdf:erstellungszeitpunkt></xdf:header>
<xdf:stammdatenschema>
${common("S1", "Testformular")}
<xdf:ableitungsmodifikationenStruktur><code>3</code></xdf:ableitungsmodifikationenStruktur>
<xdf:ableitungsmodifikationenRepraesentation><code>1</code></xdf:ableitungsmodifikationenRepraesentation>
${struktur("1:1", sampleField({ id: "F1", name: "Familienname", precision: '{"minLength":"1","maxLength":"50"}' }))}
${struktur("0:1", sampleField({ id: "F2", name: "Farbe", kind: "select", list: "urn:test:farben_1" }))}
${struktur("1:*", sampleGroup("G1", "Reise", struktur("1:1", sampleField({ id: "F3", name: "Abreise", type: "date" }))))}
</xdf:stammdatenschema>
</xdf:xdatenfelder.stammdatenschema.0102>`;
}

export type SampleField = {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly type?: string;
  readonly precision?: string;
  readonly content?: string;
  readonly list?: string;
};

export function sampleField({
  id,
  name,
  kind = "input",
  type = "text",
  precision = "",
  content = "",
  list,
}: SampleField): string {
  return `<xdf:datenfeld>
${common(id, name)}
<xdf:schemaelementart><code>RNG</code></xdf:schemaelementart>
<xdf:hilfetextEingabe></xdf:hilfetextEingabe>
<xdf:hilfetextAusgabe></xdf:hilfetextAusgabe>
<xdf:feldart><code>${kind}</code></xdf:feldart>
<xdf:datentyp><code>${type}</code></xdf:datentyp>
<xdf:praezisierung>${precision}</xdf:praezisierung>
<xdf:inhalt>${content}</xdf:inhalt>
${list === undefined ? "" : reference(list)}
</xdf:datenfeld>`;
}

export function sampleGroup(id: string, name: string, inner: string): string {
  return `<xdf:datenfeldgruppe>
${common(id, name)}
<xdf:schemaelementart><code>RNG</code></xdf:schemaelementart>
<xdf:hilfetextEingabe></xdf:hilfetextEingabe>
<xdf:hilfetextAusgabe></xdf:hilfetextAusgabe>
${inner}
</xdf:datenfeldgruppe>`;
}

export function struktur(count: string, element: string): string {
  return `<xdf:struktur><xdf:anzahl>${count}</xdf:anzahl><xdf:bezug></xdf:bezug><xdf:enthaelt>${element}</xdf:enthaelt></xdf:struktur>`;
}

/** A code list in genericode with these codes; its canonicalVersionUri is `urn:test:farben_1` unless told otherwise. */
export function sampleCodeList(
  codes: readonly string[] = ["rot", "blau"],
  uri = "urn:test:farben",
): string {
  const rows = codes.map(
    (code) =>
      `<Row><Value ColumnRef="code"><SimpleValue>${code}</SimpleValue></Value><Value><SimpleValue>Name ${code}</SimpleValue></Value></Row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
<Identification><ShortName>Farben</ShortName><Version>1</Version><CanonicalUri>${uri}</CanonicalUri><CanonicalVersionUri>${uri}_1</CanonicalVersionUri></Identification>
<ColumnSet><Column Id="code" Use="required"/><Column Id="name"/></ColumnSet>
<SimpleCodeList>${rows.join("\n")}</SimpleCodeList>
</gc:CodeList>`;
}

export function documentOf(name: string, content: string): SourceDocument {
  return { name, content: new TextEncoder().encode(content) };
}

function common(id: string, name: string): string {
  return `<xdf:identifikation><xdf:id>${id}</xdf:id><xdf:version>1.0</xdf:version></xdf:identifikation>
<xdf:name>${name}</xdf:name>
<xdf:bezeichnungEingabe>${name}</xdf:bezeichnungEingabe>
<xdf:beschreibung></xdf:beschreibung>
<xdf:definition></xdf:definition>
<xdf:bezug></xdf:bezug>
<xdf:status><code>aktiv</code></xdf:status>`;
}

function reference(list: string): string {
  const [uri = "", version = ""] = list.split("_");
  return `<xdf:codelisteReferenz><xdf:identifikation><xdf:id>C1</xdf:id></xdf:identifikation><xdf:genericodeIdentification><xdf:canonicalIdentification>${uri}</xdf:canonicalIdentification><xdf:version>${version}</xdf:version><xdf:canonicalVersionUri>${list}</xdf:canonicalVersionUri></xdf:genericodeIdentification></xdf:codelisteReferenz>`;
}
