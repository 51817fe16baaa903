import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { findCounterpart, findLeistungBySlug } from "../../catalogue/index.ts";
import {
  evaluateForm,
  findPublishedForm,
  listFields,
  loadFormVersion,
  validateAll,
  type Answers,
  type FileAnswer,
  type FormDefinition,
  type FormVersion,
} from "../../forms/index.ts";
import type { ArrivedTable } from "../../submissions/index.ts";
import type { DataNode } from "../domain/data-node.ts";
import type { OutsideApplication } from "../domain/inbox.ts";
import { countAnswers, isNamedBy, matchForm } from "../domain/match-form.ts";
import { tabulate } from "../domain/tabulate.ts";
import { readData } from "./read-data.ts";

/** What an application of another portal is here. */
export type Fitted = {
  readonly leistung: {
    readonly slug: string;
    readonly title: string;
    readonly leikaKey: string | undefined;
  };
  readonly form: FormVersion;
  readonly answers: Answers;
  /** Where no form of ours fits. */
  readonly table: readonly ArrivedTable[];
};

/** Form of those that fit to no other; written by a migration. */
const formOfOthers = "0190a000-0000-7000-8000-0000000f0001";
/** Name in addresses of what the catalogue of this authority does not know. */
const slugOfOthers = "anderes-portal";

/**
 * Finds the Leistung by its LeiKa key and the form that is published for it. `violated`: the data claim to follow this very form in this very
 * version and do not, which the sender has to mend. In doubt a person reads the data as a table.
 */
export async function fitApplication(
  context: Context,
  { service, data }: Pick<OutsideApplication, "service" | "data">,
  files: readonly FileAnswer[],
): Promise<Fitted | "violated" | "unreadable"> {
  const read = readData(data);
  if (!read) return "unreadable";
  const { leistung, form } = await findForm(context, service);
  const asTable = async (): Promise<Fitted> => ({
    leistung,
    form: await loadFormVersion(context, formOfOthers),
    answers: {},
    table: tabulate(read.root, labelsOf(form?.definition)),
  });
  if (!form) return asTable();
  const { definition } = form;
  const fit = fitAnswers(definition, read.root, { files, now: context.now });
  const named = isNamedBy(definition, read.names);
  if (fit.kind === "fits" && (named !== undefined || fit.count > 0))
    return { leistung, form, answers: fit.answers, table: [] };
  return fit.kind === "violates" &&
    isNamedBy(definition, [data.schemaUri]) === "exactly"
    ? "violated"
    : asTable();
}

async function findForm(
  context: Context,
  { identifier, name }: OutsideApplication["service"],
): Promise<{
  readonly leistung: Fitted["leistung"];
  readonly form: FormVersion | undefined;
}> {
  const [leikaKey] = /\d{14}$/.exec(identifier) ?? [];
  const leistung =
    leikaKey === undefined
      ? undefined
      : await findCounterpart(context, { slug: "", leikaKey });
  if (!leistung)
    return {
      leistung: {
        slug: slugOfOthers,
        title: name === "" ? identifier : name,
        leikaKey,
      },
      form: undefined,
    };
  const { formKey = null } =
    (await findLeistungBySlug(context, leistung.slug)) ?? {};
  const form =
    formKey === null ? undefined : await findPublishedForm(context, formKey);
  return { leistung: { ...leistung, leikaKey }, form };
}

type Fit =
  | { readonly kind: "fits"; readonly answers: Answers; readonly count: number }
  | { readonly kind: "violates" }
  /** Our rules would not show all of it. */
  | { readonly kind: "hides" };

/** What is missing is for the office to ask; what the form does not know, or cannot hold, is a fault of the data. */
function fitAnswers(
  definition: FormDefinition,
  root: DataNode,
  { files, now }: { readonly files: readonly FileAnswer[]; readonly now: Date },
): Fit {
  const { answers, unknown } = matchForm(definition, root, files);
  if (unknown.length > 0) return { kind: "violates" };
  const form = evaluateForm(definition, answers, { today: germanDay(now) });
  const faults = validateAll(form).filter(({ code }) => !isLenient(code));
  if (faults.length > 0) return { kind: "violates" };
  const count = countAnswers(answers);
  return countAnswers(form.answers) < count
    ? { kind: "hides" }
    : { kind: "fits", answers, count };
}

/** What the own form demands beyond the shape of the data: overlays may ask for more than the standard, and what is missing the office asks for. */
const isLenient = (code: string): boolean =>
  code === "check" || code === "required" || code.startsWith("required-");

function labelsOf(definition: FormDefinition | undefined) {
  const fields = definition
    ? listFields(definition.pages.flatMap(({ elements }) => elements))
    : [];
  const labels = new Map(
    fields.flatMap(({ key, source, label }) => [
      [key, label] as const,
      ...(source ? [[source.id, label] as const] : []),
    ]),
  );
  return (name: string) => labels.get(name);
}
