import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type {
  ArbitraryField,
  ArbitraryNode,
  Own,
  Version,
  Writing,
} from "./arbitrary-nodes.ts";

/** Writes one document. */
export class DocumentWriter {
  private readonly is2: boolean;
  private readonly writing: Writing;

  constructor(version: Version, writing: Writing) {
    this.is2 = version === "2.0";
    this.writing = writing;
  }

  document(own: Own, nodes: readonly ArbitraryNode[]): string {
    const { prefix, byteOrderMark, declaration } = this.writing;
    const namespace = this.is2
      ? "urn:xoev-de:fim:standard:xdatenfelder_2"
      : "urn:xoev-de:fim:standard:xdatenfelder_3.0.0";
    const attribute = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    const root = this.name("xdatenfelder.stammdatenschema.0102");
    const inner = [
      this.element(
        "header",
        this.element("nachrichtID", "1") +
          this.element("erstellungszeitpunkt", "2026-01-02T03:04:05Z"),
      ),
      this.element(
        "stammdatenschema",
        [
          this.common("S1", own),
          this.is2 ? "" : this.text("bezeichnung", own.label),
          this.maybe("hilfetext", own.help),
          this.code("ableitungsmodifikationenStruktur", "3"),
          this.code("ableitungsmodifikationenRepraesentation", "1"),
          this.is2
            ? ""
            : this.element("dokumentsteckbrief", this.element("id", "D1")),
          this.rules(own),
          ...nodes.map((each) => this.structure(each)),
        ].join(""),
      ),
    ].join("");
    return `${byteOrderMark ? "\uFEFF" : ""}${declaration}<${root} ${attribute}="${namespace}">${inner}</${root}>`;
  }

  private name(name: string): string {
    return this.writing.prefix === "" ? name : `${this.writing.prefix}:${name}`;
  }

  private element(name: string, inner: string): string {
    const { comments, lines } = this.writing;
    const comment = comments ? "<!-- x -->" : "";
    return `${comment}<${this.name(name)}>${inner}</${this.name(name)}>${lines}`;
  }

  private text(name: string, text: string): string {
    const { cdata } = this.writing;
    const written =
      cdata && text !== "" && !text.includes("]]")
        ? `<![CDATA[${text}]]>`
        : escapeXml(text);
    return this.element(name, written);
  }

  private maybe(name: string, text: string | undefined): string {
    return text === undefined ? "" : this.text(name, text);
  }

  /** In 2.0 it has to be there. */
  private needed(name: string, text: string | undefined): string {
    return this.is2 ? this.text(name, text ?? "") : this.maybe(name, text);
  }

  private code(name: string, code: string, attributes = ""): string {
    const inner =
      this.writing.prefix === ""
        ? `<code xmlns="">${code}</code>`
        : `<code>${code}</code>`;
    return `<${this.name(name)}${attributes}>${inner}</${this.name(name)}>`;
  }

  private common(id: string, own: Own): string {
    const identification = this.element(
      "identifikation",
      this.element("id", id) +
        (own.extras ? "" : this.element("version", this.is2 ? "1.0" : "1.0.0")),
    );
    return this.is2
      ? identification + this.common2(own)
      : identification + this.common3(own);
  }

  private common2(own: Own): string {
    return [
      this.text("name", own.name),
      this.text("bezeichnungEingabe", own.label),
      own.extras ? this.text("bezeichnungAusgabe", own.label) : "",
      this.needed("beschreibung", own.description),
      this.needed("definition", own.description),
      this.needed("bezug", own.reference),
      this.code("status", "aktiv"),
      own.extras
        ? this.element("gueltigAb", "2020-01-01") +
          this.text("fachlicherErsteller", "Amt") +
          this.element("freigabedatum", "2020-01-01")
        : "",
    ].join("");
  }

  private common3(own: Own): string {
    const relation =
      this.code("praedikat", "ABL", ' listVersionID="1.0"') +
      this.element("objekt", this.element("id", "F9"));
    return [
      this.text("name", own.name),
      this.maybe("beschreibung", own.description),
      this.maybe("definition", own.description),
      this.maybe("bezug", own.reference).repeat(own.extras ? 2 : 1),
      this.code("freigabestatus", "6", ' listVersionID="2022-07-12"'),
      own.extras ? this.element("statusGesetztAm", "2020-01-01+01:00") : "",
      this.element("letzteAenderung", "2026-01-01T00:00:00.5+01:00"),
      own.extras ? this.element("relation", relation) : "",
    ].join("");
  }

  private described(id: string, own: Own): string {
    return [
      this.common(id, own),
      this.is2 ? "" : this.text("bezeichnungEingabe", own.label),
      this.is2 || !own.extras ? "" : this.text("bezeichnungAusgabe", "A"),
      this.code("schemaelementart", own.extras ? "HAR" : "RNG"),
      this.needed("hilfetextEingabe", own.help),
      this.needed("hilfetextAusgabe", own.help),
    ].join("");
  }

  private rules(own: Own): string {
    return Array.from({ length: own.rules }, (_, index) =>
      this.rule(`R${String(index)}`, own),
    ).join("");
  }

  private rule(id: string, own: Own): string {
    if (this.is2)
      return this.element(
        "regel",
        this.common(id, { ...own, extras: false }) +
          this.text("script", "function script(){}"),
      );
    return this.element(
      "regel",
      [
        this.element("identifikation", this.element("id", id)),
        this.text("name", own.name),
        this.maybe("freitextRegel", own.description),
        this.element("letzteAenderung", "2026-01-01T00:00:00Z"),
        this.code("typ", own.extras ? "V" : "K"),
      ].join(""),
    );
  }

  private structure(node: ArbitraryNode): string {
    const own = "field" in node ? node.field.own : node.group;
    return this.element(
      "struktur",
      this.element("anzahl", own.count) +
        this.needed("bezug", own.reference) +
        this.element(
          "enthaelt",
          "field" in node ? this.field(node.field) : this.group(node),
        ),
    );
  }

  private group(node: Exclude<ArbitraryNode, { field: unknown }>): string {
    return this.element(
      "datenfeldgruppe",
      [
        this.described(`G${String(node.group.id)}`, node.group),
        this.is2 || !node.choice ? "" : this.code("art", "X"),
        this.rules(node.group),
        ...node.elements.map((each) => this.structure(each)),
      ].join(""),
    );
  }

  private field(field: ArbitraryField): string {
    const kind =
      this.is2 && ["hidden", "locked"].includes(field.kind)
        ? "input"
        : field.kind;
    const type =
      this.is2 && ["text_latin", "time", "datetime"].includes(field.type)
        ? "text"
        : field.type;
    return this.element(
      "datenfeld",
      [
        this.described(`F${String(field.own.id)}`, field.own),
        this.code("feldart", kind),
        this.code("datentyp", type),
        this.precision(field),
        this.needed("inhalt", field.content),
        this.is2 ? "" : this.code("vorbefuellung", field.prefill),
        this.options(field),
        this.rules(field.own),
        this.is2 ? "" : this.files(field),
      ].join(""),
    );
  }

  private precision({ limits }: ArbitraryField): string {
    const entries = Object.entries(limits);
    if (this.is2)
      return this.text(
        "praezisierung",
        entries.length === 0 ? "" : JSON.stringify(limits),
      );
    if (entries.length === 0) return "";
    const attributes = entries.map(
      ([name, value]) => ` ${name}="${escapeXml(value)}"`,
    );
    return `<${this.name("praezisierung")}${attributes.join("")}/>`;
  }

  private options({ list, values, keys }: ArbitraryField): string {
    if (list === "none" || (this.is2 && list === "values")) return "";
    if (list === "values") return this.element("werte", this.values(values));
    const uri = list === "missing" ? "urn:test:fehlt" : "urn:test:farben";
    const version =
      this.element("version", "1") +
      this.element("canonicalVersionUri", `${uri}_1`);
    const name = this.element("canonicalIdentification", uri);
    if (!this.is2)
      return [
        this.element(
          "codelisteReferenz",
          list === "unversioned" ? name : name + version,
        ),
        keys ? this.element("codeKey", "code") : "",
        keys ? this.element("nameKey", "name") : "",
      ].join("");
    return this.element(
      "codelisteReferenz",
      this.element("identifikation", this.element("id", "C1")) +
        this.element("genericodeIdentification", name + version),
    );
  }

  private values(values: ArbitraryField["values"]): string {
    return values
      .map(({ code, name, help }) =>
        this.element(
          "wert",
          this.element("code", escapeXml(code)) +
            this.text("name", name) +
            this.maybe("hilfe", help),
        ),
      )
      .join("");
  }

  private files({ maxSize, mediaTypes }: ArbitraryField): string {
    return (
      (maxSize === undefined ? "" : this.element("maxSize", maxSize)) +
      mediaTypes.map((type) => this.element("mediaType", type)).join("")
    );
  }
}
