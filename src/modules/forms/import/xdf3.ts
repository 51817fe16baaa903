import type { ReleaseStatus } from "../domain/form-definition.ts";
import type { Dialect } from "./dialect.ts";
import { readAttributePrecision } from "./precision.ts";
import { readOpenCode } from "./read-code.ts";
import { many, maybe, one, type Slot } from "./read-sequence.ts";

/** What every element but the rules begins with. @see XDatenfelder 3.0.0, AllgemeineAngaben */
const common: readonly Slot[] = [
  one("identifikation"),
  one("name"),
  maybe("beschreibung"),
  maybe("definition"),
  many("bezug"),
  one("freigabestatus"),
  maybe("statusGesetztAm"),
  maybe("statusGesetztDurch"),
  maybe("gueltigAb"),
  maybe("gueltigBis"),
  maybe("versionshinweis"),
  maybe("veroeffentlichungsdatum"),
  one("letzteAenderung"),
  many("relation"),
  many("stichwort"),
];

/** Further start of Datenfeld and Datenfeldgruppe. @see XDatenfelder 3.0.0, Schemaelementangaben */
const element: readonly Slot[] = [
  ...common,
  one("bezeichnungEingabe"),
  maybe("bezeichnungAusgabe"),
  one("schemaelementart"),
  maybe("hilfetextEingabe"),
  maybe("hilfetextAusgabe"),
];

/** @see code list urn:xoev-de:xprozess:codeliste:status */
const statuses: Readonly<Record<string, ReleaseStatus>> = {
  "1": "planned",
  "2": "in-progress",
  "3": "draft",
  "4": "released-methodically",
  "5": "released-silver",
  "6": "released-gold",
  "7": "inactive",
  "8": "marked-for-deletion",
};

/** XDatenfelder 3.0.0. */
export const xdf3: Dialect = {
  standard: "xdatenfelder-3.0.0",
  namespace: "urn:xoev-de:fim:standard:xdatenfelder_3.0.0",
  slots: {
    header: [
      one("nachrichtID"),
      one("erstellungszeitpunkt"),
      maybe("referenzID"),
      maybe("produktbezeichnung"),
      maybe("produkthersteller"),
      maybe("produktversion"),
      maybe("datenqualitaet"),
    ],
    schema: [
      ...common,
      one("bezeichnung"),
      maybe("hilfetext"),
      one("ableitungsmodifikationenStruktur"),
      one("ableitungsmodifikationenRepraesentation"),
      one("dokumentsteckbrief"),
      many("regel"),
      many("struktur"),
    ],
    group: [...element, maybe("art"), many("regel"), many("struktur")],
    field: [
      ...element,
      one("feldart"),
      one("datentyp"),
      maybe("praezisierung"),
      maybe("inhalt"),
      one("vorbefuellung"),
      maybe("werte"),
      maybe("codelisteReferenz"),
      maybe("codeKey"),
      maybe("nameKey"),
      maybe("helpKey"),
      many("regel"),
      maybe("maxSize"),
      many("mediaType"),
    ],
    rule: [
      one("identifikation"),
      one("name"),
      maybe("beschreibung"),
      maybe("freitextRegel"),
      many("bezug"),
      many("stichwort"),
      maybe("fachlicherErsteller"),
      one("letzteAenderung"),
      one("typ"),
      many("param"),
      many("ziel"),
      maybe("skript"),
      many("fehler"),
    ],
    structure: [one("anzahl"), many("bezug"), one("enthaelt")],
    codeListReference: [
      maybe("canonicalIdentification"),
      maybe("version"),
      maybe("canonicalVersionUri"),
    ],
  },
  version: { shape: /^\d+\.\d+\.\d+$/, example: "1.0.0" },
  schemaTitle: "bezeichnung",
  fieldKinds: ["input", "select", "label", "hidden", "locked"],
  dataTypes: [
    "text",
    "text_latin",
    "date",
    "time",
    "datetime",
    "bool",
    "num",
    "num_int",
    "num_currency",
    "file",
    "obj",
  ],
  statusElement: "freigabestatus",
  readStatus: (status, report) => statuses[readOpenCode(status, report)],
  readPrecision: readAttributePrecision,
};
