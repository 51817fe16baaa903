import type { Context } from "../../../platform/context/context.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { listStaffNames } from "../../staff/index.ts";
import type { Portal } from "../../tenants/index.ts";
import type { OpenedVorgang } from "../../vorgaenge/index.ts";
import { applicantIn, type Answer } from "../domain/applicant.ts";
import type { Draft } from "../domain/bescheid.ts";
import {
  fillPlaceholders,
  insertModules,
  lateName,
} from "../domain/placeholders.ts";
import type { Text } from "../domain/text.ts";

export type LetterSource = {
  readonly opened: OpenedVorgang;
  readonly portal: Portal;
  readonly letter: Text;
  readonly remedy: Text | undefined;
  readonly modules: readonly Text[];
};

/** The first draft: a letter with everything filled in that is known. What is not known stays as a placeholder, to be seen. */
export async function fillLetter(
  context: Context,
  { opened, portal, letter, remedy, modules }: LetterSource,
): Promise<Draft> {
  const answers = opened.submission.sections.flatMap(({ entries }) => entries);
  const applicant = applicantIn(answers);
  const names = await listStaffNames(context, [context.actor.id]);
  const { vorgang } = opened;
  const values = new Map([
    ...valuesOf(answers),
    ["Aktenzeichen", vorgang.reference],
    ["Leistung", vorgang.leistungTitle],
    ["Eingangsdatum", formatDate(vorgang.receivedAt, "de")],
    // Written when the document is made.
    [lateName, `{{${lateName}}}`],
    ["Antragstellende Person", applicant.name],
    ["Absender", portal.name],
    ["Sachbearbeitung", names.get(context.actor.id) ?? ""],
    ["Telefon", portal.contact.phone],
    ["E-Mail", portal.contact.email],
  ]);
  const bodies = new Map(modules.map(({ name, body }) => [name, body]));
  const fill = (text: string) =>
    fillPlaceholders(insertModules(text, bodies), values);
  return {
    addressee: applicant.addressee,
    subject: fill(letter.subject),
    body: fill(letter.body),
    remedy: fill(remedy?.body ?? ""),
  };
}

/** Answers by label; what was asked several times is put together. */
function valuesOf(answers: readonly Answer[]): (readonly [string, string])[] {
  const byLabel = Map.groupBy(answers, ({ label }) => label);
  return [...byLabel].map(([label, entries]) => [
    label,
    entries.flatMap(({ values }) => values).join(", "),
  ]);
}
