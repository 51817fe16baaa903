import { certificateText } from "../../../platform/crypto/certificate-text.ts";
import type { ReadDocument } from "../../../platform/multipart/read-documents.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { operationLimits } from "../domain/destination.ts";
import {
  isSecret,
  type EnteredOptions,
  type OptionField,
} from "../domain/option-field.ts";
import type { OpenDestination } from "../use-cases/open-destination.ts";

/** What stands in the form of a destination. */
export type DestinationInput = {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly leistungSlugs: readonly string[];
  readonly concurrency: string;
  readonly patienceHours: string;
  readonly officeEmail: string;
  readonly options: EnteredOptions;
};

/** Faults by the name of the field, as codes. */
export type DestinationFaults = ReadonlyMap<
  string,
  | "missing"
  | "wrong"
  | "taken"
  /** A code of the connector that says why. */
  | { readonly reason: string }
>;

/** Name and id of the input of an option. */
export const optionInputName = (name: string) => `option-${name}`;

/** One that exists. What was never entered is shown as what applies then: an option may be younger than the destination. */
export function inputOf(
  destination: OpenDestination,
  fields: readonly OptionField[],
): DestinationInput {
  const { operation } = destination;
  return {
    name: destination.name,
    isEnabled: destination.isEnabled,
    leistungSlugs: destination.leistungSlugs,
    concurrency: String(operation.concurrency),
    patienceHours: String(operation.patienceHours),
    officeEmail: operation.officeEmail ?? "",
    options: { ...initialOptions(fields), ...destination.options },
  };
}

export function newInput(fields: readonly OptionField[]): DestinationInput {
  return {
    name: "",
    isEnabled: true,
    leistungSlugs: ["*"],
    concurrency: String(operationLimits.concurrency.usual),
    patienceHours: String(operationLimits.patienceHours.usual),
    officeEmail: "",
    options: initialOptions(fields),
  };
}

const initialOptions = (fields: readonly OptionField[]): EnteredOptions =>
  Object.fromEntries(
    fields.map(({ name, kind, initial }) => [
      name,
      kind === "choices" ? initial : (initial[0] ?? ""),
    ]),
  );

/** A new one with what its address says: a search found it out. Secrets are never taken from an address. */
export function withKnown(
  input: DestinationInput,
  {
    query,
    fields,
  }: {
    readonly query: URLSearchParams;
    readonly fields: readonly OptionField[];
  },
): DestinationInput {
  const known = fields.filter(
    (field) => !isSecret(field) && query.has(optionInputName(field.name)),
  );
  return {
    ...input,
    name: (query.get("name") ?? "").slice(0, 120),
    options: { ...input.options, ...readOptionInputs(query, known) },
  };
}

/** Reads what was entered. An empty option is left out, so that what usually applies does. */
export function readInput(
  fields: URLSearchParams,
  asked: readonly OptionField[],
): DestinationInput {
  const entered = (name: string) => (fields.get(name) ?? "").trim();
  return {
    name: entered("name"),
    isEnabled: fields.get("eingeschaltet") === "true",
    leistungSlugs: fields.getAll("leistungen"),
    concurrency: entered("gleichzeitig"),
    patienceHours: entered("geduld"),
    officeEmail: entered("stoerungen"),
    options: readOptionInputs(fields, asked),
  };
}

/** Name of the input that takes an option as a file. */
export const optionFileName = (name: string) =>
  `${optionInputName(name)}-datei`;

/** Certificates that were handed over as files, as the texts they could have been entered as. A file counts more than the text beside it. */
export function withFiles(
  fields: URLSearchParams,
  documents: readonly ReadDocument[],
  asked: readonly OptionField[],
): URLSearchParams {
  const whole = new URLSearchParams(fields);
  for (const { name } of asked.filter(({ kind }) => kind === "certificate")) {
    const file = documents.find(({ field }) => field === optionFileName(name));
    if (file && file.content.length > 0)
      whole.set(optionInputName(name), certificateText(file.content));
  }
  return whole;
}

/** The options alone, as they were entered. */
export function readOptionInputs(
  fields: URLSearchParams,
  asked: readonly OptionField[],
): EnteredOptions {
  return Object.fromEntries(
    asked.flatMap(({ name, kind }): [string, string | string[]][] => {
      const given = fields.getAll(optionInputName(name));
      if (kind === "choices") return [[name, given]];
      const text = given[0]?.trim() ?? "";
      return text === "" ? [] : [[name, text]];
    }),
  );
}

/** What a person has to mend before the connector is asked. */
export function faultsOf(
  input: DestinationInput,
  asked: readonly OptionField[],
  storedSecrets: readonly string[],
): DestinationFaults {
  const faults = new Map<string, "missing" | "wrong">();
  if (input.name === "") faults.set("name", "missing");
  for (const name of missingOptions(asked, input.options, storedSecrets))
    faults.set(optionInputName(name), "missing");
  const { concurrency, patienceHours } = operationLimits;
  if (!isWithin(input.concurrency, concurrency))
    faults.set("gleichzeitig", "wrong");
  if (!isWithin(input.patienceHours, patienceHours))
    faults.set("geduld", "wrong");
  if (input.officeEmail !== "" && !isEmailAddress(input.officeEmail))
    faults.set("stoerungen", "wrong");
  return faults;
}

/** Names of options that have to be entered and were not. */
export const missingOptions = (
  asked: readonly OptionField[],
  options: EnteredOptions,
  storedSecrets: readonly string[],
): readonly string[] =>
  asked
    .filter(
      (field) =>
        field.isRequired &&
        options[field.name] === undefined &&
        !(isSecret(field) && storedSecrets.includes(field.name)),
    )
    .map(({ name }) => name);

function isWithin(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  return (
    /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most
  );
}
