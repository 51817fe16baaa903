import { pdf } from "../../src/platform/files/testing/sample-files.ts";
import { multipartForm } from "../../src/main/testing/multipart.ts";
import { dogFields, personFields } from "../drafts.ts";
import type { Browser, Sent } from "./browser.ts";

export type Applicant = {
  readonly browser: Browser;
  readonly think: () => Promise<void>;
  /** With uploaded files: the parking permit; otherwise the dog tax. */
  readonly hasFile: boolean;
  readonly search: string;
};

/** From the home page to the confirmation: what an applicant does, with a pause before each page. */
export async function applyOnce(applicant: Applicant): Promise<void> {
  const { browser, think, hasFile, search } = applicant;
  const name = hasFile ? "bewohnerparkausweis" : "hundesteuer";
  const antrag = `/leistungen/${name}/antrag`;
  const visit = async (kind: Sent["kind"], path: string) => {
    const page = await browser.send({ kind, path, status: 200 });
    await think();
    return page;
  };
  await visit("page", "/");
  const query = new URLSearchParams({ q: search }).toString();
  await visit("search", `/leistungen?${query}`);
  await visit("page", `/leistungen/${name}`);
  await begin(applicant, antrag);
  for (const [index, form] of formsOf(applicant).entries()) {
    const path = `${antrag}/schritt/${String(index + 1)}`;
    await visit("show a step", path);
    const kind = form.type.startsWith("multipart")
      ? "save with a file"
      : "save";
    await browser.send({ kind, path, form, status: 303 });
  }
  const { text } = await visit("summary", `${antrag}/pruefen`);
  const stand = /name="stand" value="(\d+)"/.exec(text)?.[1] ?? "";
  await browser.send({
    kind: "submit",
    path: `${antrag}/senden`,
    form: typed({ bestaetigung: "true", stand }),
    status: 303,
  });
  await visit("page", `${antrag}/gesendet`);
}

/** Who has an account is asked whether to fill in what it knows. */
async function begin(
  { browser, think }: Applicant,
  antrag: string,
): Promise<void> {
  const { headers } = await browser.send({
    kind: "begin",
    path: antrag,
    form: typed({}),
    status: 303,
  });
  if (headers.location !== `${antrag}/angaben`) return;
  await browser.send({
    kind: "page",
    path: `${antrag}/angaben`,
    status: 200,
  });
  await think();
  await browser.send({
    kind: "begin",
    path: `${antrag}/angaben`,
    form: typed({ antwort: "nein" }),
    status: 303,
  });
}

type Form = NonNullable<Sent["form"]>;

function typed(fields: Readonly<Record<string, string>>): Form {
  return {
    type: "application/x-www-form-urlencoded",
    body: new URLSearchParams(fields).toString(),
  };
}

const person = typed(personFields);

const dog = typed(dogFields);

const permit = typed({
  "anlass.0": "neu",
  "dauer.0": "12",
  "beginn.0-day": "1",
  "beginn.0-month": "9",
  "beginn.0-year": "2027",
});

const declaration = typed({ "melderegister.0": "ja", "richtigkeit.0": "ja" });

/** A scanned page has about this size. */
const fileBytes = 200_000;

function vehicle(): Form {
  const { body, headers } = multipartForm([
    { name: "fahrzeug.0.kennzeichen.0", content: "SN-EM 1964" },
    { name: "fahrzeug.0.eigenes.0", content: "true" },
    {
      name: "fahrzeugschein.0",
      filename: "Fahrzeugschein.pdf",
      content: pdf(`/Note (${"x".repeat(fileBytes)})`),
    },
  ]);
  return { type: headers?.["content-type"] ?? "", body };
}

const vehicleForm = vehicle();

function formsOf({ hasFile }: Pick<Applicant, "hasFile">): readonly Form[] {
  return hasFile ? [person, permit, vehicleForm, declaration] : [person, dog];
}
