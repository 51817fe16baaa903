import assert from "node:assert/strict";
import { pdf } from "../../platform/files/testing/sample-files.ts";
import { multipartForm, type Part } from "./multipart.ts";
import {
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "./visitor.ts";

/** Xaveria Quittkowski of Schwerin. Nothing she says occurs anywhere else, so that a leak can be searched for. */
export const xaveria = {
  vorname: "Xaveria",
  familienname: "Quittkowski",
  email: "xaveria@quittkowski.example",
  notices: "bescheid@quittkowski.example",
  telefon: "0385 7766554433",
  strasse: "Zwirbelgasse",
  kennzeichen: "SN-XQ 4711",
  filename: "Wohnung Quittkowski.pdf",
  fileText: "xaverias-mietvertrag",
  hund: "Wuffelinchen",
} as const;

/** What must turn up on nobody else's page and in no log line. */
export const xaveriasWords: readonly string[] = Object.values(xaveria);

const person: Readonly<Record<string, string>> = {
  "antragsteller.0.vorname.0": xaveria.vorname,
  "antragsteller.0.familienname.0": xaveria.familienname,
  "antragsteller.0.geburtsdatum.0-day": "7",
  "antragsteller.0.geburtsdatum.0-month": "5",
  "antragsteller.0.geburtsdatum.0-year": "1981",
  "antragsteller.0.email.0": xaveria.email,
  "antragsteller.0.telefon.0": xaveria.telefon,
  "anschrift.0.strasse.0": xaveria.strasse,
  "anschrift.0.hausnummer.0": "12 a",
  "anschrift.0.postleitzahl.0": "19053",
  "anschrift.0.ort.0": "Schwerin",
};

const dog: Readonly<Record<string, string>> = {
  "hund.0.rufname.0": xaveria.hund,
  "hund.0.rasse.0": "Dackel",
  "hund.0.geschlecht.0": "huendin",
  "hund.0.seit.0-day": "1",
  "hund.0.seit.0-month": "2",
  "hund.0.seit.0-year": "2026",
};

const permit: Readonly<Record<string, string>> = {
  "anlass.0": "neu",
  "dauer.0": "12",
  "beginn.0-day": "1",
  "beginn.0-month": "9",
  "beginn.0-year": "2027",
};

const vehicle: Readonly<Record<string, string>> = {
  "fahrzeug.0.kennzeichen.0": xaveria.kennzeichen,
  "fahrzeug.0.eigenes.0": "true",
};

const order: Readonly<Record<string, string>> = {
  "abfallart.0": "bauschutt",
  "groesse.0": "7",
  "termin.0-day": "1",
  "termin.0-month": "9",
  "termin.0-year": "2027",
  "strasse.0": "false",
};

/** The typed fields of the step with the files. */
export const vehicleParts: readonly Part[] = Object.entries(vehicle).map(
  ([name, content]) => ({ name, content }),
);

/** Name of a file field of the parking permit. */
export const fileField = "fahrzeugschein.0";

export type DemoForm =
  | "hundesteuer"
  | "bewohnerparkausweis"
  /** Of the municipal company. */
  | "container"
  /** Of the county, where a test has given it the form of the parking permit. */
  | "schuelerbefoerderung";

export const antrag = (form: string, rest = "") =>
  `/leistungen/${form}/antrag${rest}`;

/** Begins an application; the visitor then holds the key of the draft. What the account offers to fill in is declined. */
export async function startDraft(
  visitor: Visitor,
  form: DemoForm,
): Promise<void> {
  const begun = await visitor.visit(antrag(form), { fields: {} });
  const isAsked = begun.headers.location === antrag(form, "/angaben");
  const started = isAsked
    ? await visitor.visit(antrag(form, "/angaben"), {
        fields: { antwort: "nein" },
      })
    : begun;
  assert.equal(started.headers.location, antrag(form, "/schritt/1"));
}

/** A new visitor with a draft that was just begun. */
export async function applicantOf(
  portal: Reachable,
  label: string,
  form: DemoForm,
): Promise<Visitor> {
  const visitor = visitorOf(portal, label);
  await startDraft(visitor, form);
  return visitor;
}

/** Begins and fills in everything, up to the summary; `others` are answers about the dog instead of the usual ones. */
export async function fillIn(
  visitor: Visitor,
  form: DemoForm,
  others: Readonly<Record<string, string>> = {},
): Promise<void> {
  await startDraft(visitor, form);
  await fillSteps(visitor, form, others);
}

/** Fills in what was begun. */
export async function fillSteps(
  visitor: Visitor,
  form: DemoForm,
  others: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [index, fields] of stepsOf(form, others).entries()) {
    const path = antrag(form, `/schritt/${String(index + 1)}`);
    const saved = await visitor.visit(
      path,
      fields === undefined ? withFile() : { fields },
    );
    assert.equal(saved.status, 303, `${path}: ${errorsOf(saved)}`);
  }
}

/** What is typed on each page; undefined for the one with the files. */
function stepsOf(
  form: DemoForm,
  others: Readonly<Record<string, string>>,
): readonly (Readonly<Record<string, string>> | undefined)[] {
  if (form === "hundesteuer") return [person, { ...dog, ...others }];
  if (form === "container") return [person, order];
  return [
    person,
    permit,
    undefined,
    { "melderegister.0": "ja", "richtigkeit.0": "ja" },
  ];
}

/** The state of the draft that a summary shows. */
export function readStand({ text }: Answer): string {
  return /name="stand" value="(\d+)"/.exec(text)?.[1] ?? assert.fail();
}

/** Sends what was filled in, as the summary shows it now; gives the answer to the POST. */
export async function send(visitor: Visitor, form: DemoForm): Promise<Answer> {
  const stand = readStand(await visitor.visit(antrag(form, "/pruefen")));
  return postSend(visitor, form, stand);
}

/** Presses "send" on a summary of this state. */
export function postSend(
  visitor: Visitor,
  form: DemoForm,
  stand: string,
): Promise<Answer> {
  return visitor.visit(antrag(form, "/senden"), {
    fields: { bestaetigung: "true", email: xaveria.notices, stand },
  });
}

export type Sent = {
  readonly reference: string;
  readonly statusKey: string;
  readonly draftKey: string;
};

/** The whole way of an application to the confirmation. */
export async function apply(
  visitor: Visitor,
  form: DemoForm,
  others: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  await fillIn(visitor, form, others);
  const sent = await visitor.follow(await send(visitor, form));
  assert.equal(sent.status, 200);
  return { ...readConfirmation(sent), draftKey: draftKeyOf(visitor, form) };
}

export function readConfirmation({
  text,
}: Answer): Pick<Sent, "reference" | "statusKey"> {
  return {
    reference:
      /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(text)?.[0] ??
      assert.fail(),
    statusKey:
      /href="[^"]*\/status\/([\w-]{43})"/.exec(text)?.[1] ?? assert.fail(),
  };
}

export function draftKeyOf({ cookies }: Visitor, form: DemoForm): string {
  const cookie =
    cookies.get(`antrag-${form}`) ?? assert.fail("no draft in this browser");
  return cookie.split(".")[0] ?? "";
}

export function withFile() {
  const content = pdf(`/Note (${xaveria.fileText})`);
  return multipartForm([
    ...vehicleParts,
    { name: fileField, filename: xaveria.filename, content },
  ]);
}

function errorsOf({ text }: Answer): string {
  return [...text.matchAll(/href="#([^"]+)"[^>]*>([^<]+)</g)]
    .map(([, path = "", message = ""]) => `${path} ${message.trim()}`)
    .join("; ");
}
