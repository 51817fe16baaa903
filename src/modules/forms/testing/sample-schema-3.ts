/**
 * Small schemas in XDatenfelder 3.0.0, of the project's own, shaped like what the FIM portal hands out: everything in one line, with a
 * name of a namespace that differs between tools, and with what editors leave in it.
 */
export function sampleSchema3(structures: string, title = "Testantrag") {
  return `<?xml version='1.0' encoding='utf-8'?>
<x:xdatenfelder.stammdatenschema.0102 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_3.0.0"><x:header><x:nachrichtID>export</x:nachrichtID><x:erstellungszeitpunkt>2026-01-02T03:04:05.678901+00:00</x:erstellungszeitpunkt></x:header><x:stammdatenschema>${common("S13000000001")}<x:bezeichnung>${title}</x:bezeichnung><x:hilfetext>.</x:hilfetext><x:ableitungsmodifikationenStruktur listURI="urn:x" listVersionID="1.0"><code>3</code></x:ableitungsmodifikationenStruktur><x:ableitungsmodifikationenRepraesentation><code>1</code></x:ableitungsmodifikationenRepraesentation><x:dokumentsteckbrief><x:id>D99000000001</x:id></x:dokumentsteckbrief>${structures}</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>`;
}

type Element = {
  readonly id: string;
  readonly label?: string;
  readonly help?: string;
  readonly count?: string;
  /** XML of `relation`. */
  readonly relations?: string;
};

export type SampleField3 = Element & {
  readonly kind?: string;
  readonly type?: string;
  /** Attributes of `praezisierung`. */
  readonly precision?: string;
  readonly content?: string;
  readonly prefilled?: string;
  /** XML from `werte` to the end. */
  readonly rest?: string;
};

export function field3({
  kind = "input",
  type = "text",
  precision,
  content,
  prefilled = "keine",
  rest = "",
  ...element
}: SampleField3): string {
  return structure(
    element,
    `<x:datenfeld>${described(element)}<x:feldart><code>${kind}</code></x:feldart><x:datentyp><code>${type}</code></x:datentyp>${precision === undefined ? "" : `<x:praezisierung ${precision} />`}${content === undefined ? "" : `<x:inhalt>${content}</x:inhalt>`}<x:vorbefuellung><code>${prefilled}</code></x:vorbefuellung>${rest}</x:datenfeld>`,
  );
}

export function group3(
  { isChoice = false, ...element }: Element & { readonly isChoice?: boolean },
  ...inner: readonly string[]
): string {
  return structure(
    element,
    `<x:datenfeldgruppe>${described(element)}${isChoice ? "<x:art><code>X</code></x:art>" : ""}${inner.join("")}</x:datenfeldgruppe>`,
  );
}

/** `werte` with these codes and names. */
export function values3(...entries: readonly (readonly [string, string])[]) {
  const values = entries.map(
    ([code, name]) =>
      `<x:wert><x:code>${code}</x:code><x:name>${name}</x:name></x:wert>`,
  );
  return `<x:werte>${values.join("")}</x:werte>`;
}

/** So many times the same relation. */
export function relations3(count: number, id: string): string {
  return `<x:relation><x:praedikat><code>ABL</code></x:praedikat><x:objekt><x:id>${id}</x:id></x:objekt></x:relation>`.repeat(
    count,
  );
}

function structure({ count = "1:1" }: Element, inner: string): string {
  return `<x:struktur><x:anzahl>${count}</x:anzahl><x:enthaelt>${inner}</x:enthaelt></x:struktur>`;
}

function described({ id, label = id, help, relations = "" }: Element): string {
  return `${common(id, relations)}<x:bezeichnungEingabe>${label}</x:bezeichnungEingabe><x:schemaelementart><code>RNG</code></x:schemaelementart>${help === undefined ? "" : `<x:hilfetextEingabe>${help}</x:hilfetextEingabe>`}`;
}

function common(id: string, relations = ""): string {
  return `<x:identifikation><x:id>${id}</x:id><x:version>1.0.0</x:version></x:identifikation><x:name>Name von ${id}</x:name><x:beschreibung>Originalwerte:
\t\t\t\tStatus: aktiv</x:beschreibung><x:bezug link="https://example.org/#:~:text=(2)%20x">§ 1 Beispielgesetz</x:bezug><x:freigabestatus listURI="urn:xoev-de:xprozess:codeliste:status" listVersionID="2022-07-12"><code>5</code></x:freigabestatus><x:statusGesetztAm>2026-01-01+01:00</x:statusGesetztAm><x:letzteAenderung>2026-01-01T00:00:00+00:00</x:letzteAenderung>${relations}<x:stichwort uri="Freitext">Beispiel</x:stichwort>`;
}
