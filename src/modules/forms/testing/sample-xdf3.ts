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
