import type { ReleaseStatus } from "../domain/form-definition.ts";
import type { Dialect } from "./dialect.ts";
import { readJsonPrecision } from "./precision.ts";
import { readCode } from "./read-code.ts";
import { many, maybe, one, type Slot } from "./read-sequence.ts";

/** What every element begins with. @see XDatenfelder 2.0, AllgemeineAngaben */
const common: readonly Slot[] = [
  one("identifikation"),
  one("name"),
  one("bezeichnungEingabe"),
  maybe("bezeichnungAusgabe"),
  one("beschreibung"),
  one("definition"),
  one("bezug"),
  one("status"),
  maybe("gueltigAb"),
  maybe("gueltigBis"),
  maybe("fachlicherErsteller"),
  maybe("versionshinweis"),
  maybe("freigabedatum"),
  maybe("veroeffentlichungsdatum"),
];

/** Further start of Datenfeld and Datenfeldgruppe. @see XDatenfelder 2.0, Schemaelementangaben */
const element: readonly Slot[] = [
  ...common,
  one("schemaelementart"),
  one("hilfetextEingabe"),
  one("hilfetextAusgabe"),
];

const statuses: Readonly<Record<string, ReleaseStatus>> = {
  inVorbereitung: "in-preparation",
  aktiv: "active",
  inaktiv: "inactive",
};

/** XDatenfelder 2.0. */
export const xdf2: Dialect = {
  standard: "xdatenfelder-2.0",
  namespace: "urn:xoev-de:fim:standard:xdatenfelder_2",
  slots: {
    header: [
      one("nachrichtID"),
      one("erstellungszeitpunkt"),
      maybe("referenzID"),
    ],
    schema: [
      ...common,
      maybe("hilfetext"),
      one("ableitungsmodifikationenStruktur"),
      one("ableitungsmodifikationenRepraesentation"),
      many("regel"),
      many("struktur"),
    ],
    group: [...element, many("regel"), many("struktur")],
    field: [
      ...element,
      one("feldart"),
      one("datentyp"),
      one("praezisierung"),
      one("inhalt"),
      maybe("codelisteReferenz"),
      many("regel"),
    ],
    rule: [...common, one("script")],
    structure: [one("anzahl"), one("bezug"), one("enthaelt")],
    codeListReference: [one("identifikation"), one("genericodeIdentification")],
  },
  version: { shape: /^\d+\.\d+$/, example: "1.0" },
  schemaTitle: "bezeichnungEingabe",
  fieldKinds: ["input", "select", "label"],
  dataTypes: [
    "text",
    "date",
    "bool",
    "num",
    "num_int",
    "num_currency",
    "file",
    "obj",
  ],
  statusElement: "status",
  readStatus: (status, report) =>
    statuses[readCode(status, Object.keys(statuses), report)],
  readPrecision: readJsonPrecision,
};
