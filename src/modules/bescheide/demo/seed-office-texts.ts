import type { Context } from "../../../platform/context/context.ts";
import { usualRules, type LeistungRules } from "../domain/bescheid.ts";
import type { TextPorts } from "../ports.ts";
import { listRuledLeistungen, saveRules } from "../use-cases/leistung-rules.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { saveText } from "../use-cases/save-text.ts";
import type { DemoText } from "./demo-texts.ts";

const greeting = "Guten Tag {{Antragstellende Person}},";
const ending =
  "{{Baustein: Kontakt}}\n\nMit freundlichen Grüßen\n{{Sachbearbeitung}}";

const modules: readonly DemoText[] = [
  {
    kind: "module",
    name: "Unterlagen nachreichen",
    leistungSlug: undefined,
    subject: "",
    body: "Reichen Sie fehlende Unterlagen bitte innerhalb von zwei Wochen in Ihrem Postfach nach. Ein Foto reicht, wenn alles lesbar ist.",
  },
  {
    kind: "module",
    name: "Nachtruhe",
    leistungSlug: "veranstaltung",
    subject: "",
    body: "Ab 22 Uhr gilt die Nachtruhe. Musik mit Verstärker endet spätestens dann.",
  },
];

const letters: readonly (DemoText & { readonly isForTaxes?: true })[] = [
  {
    kind: "letter",
    name: "Hundesteuerbescheid",
    leistungSlug: "hundesteuer",
    subject: "Hundesteuer: Festsetzung",
    body: `${greeting}\n\nSie haben am {{Eingangsdatum}} einen Hund angemeldet. Wir entscheiden:\n\n1. Wir setzen die Hundesteuer fest. Sie beträgt {{Hundesteuer im Jahr zusammen}} im Jahr.\n2. Die Steuer ist zum 15. Februar eines Jahres fällig.\n3. Die Hundemarke kommt mit getrennter Post. Sie gehört an das Halsband.\n\n## Gründe\n\nWer im Gebiet der Stadt einen Hund hält, zahlt Hundesteuer (§§ 1 und 5 der Hundesteuersatzung).\n\n${ending}`,
  },
  {
    kind: "letter",
    name: "Veranstaltung: Erlaubnis mit Auflagen",
    leistungSlug: "veranstaltung",
    subject: "Erlaubnis für: {{Name der Veranstaltung}}",
    body: `${greeting}\n\nwir erlauben Ihre Veranstaltung „{{Name der Veranstaltung}}“ mit diesen Auflagen:\n\n1. Der Rettungsweg bleibt auf einer Breite von drei Metern frei.\n2. {{Baustein: Nachtruhe}}\n3. Eine verantwortliche Person ist während der ganzen Zeit am Telefon erreichbar.\n\n## Gründe\n\nMit den Auflagen bestehen keine Bedenken (§ 29 Abs. 2 StVO). Ohne sie könnten wir die Sicherheit der Gäste nicht gewährleisten.\n\n${ending}`,
  },
  {
    kind: "letter",
    name: "Ablehnung, allgemein",
    leistungSlug: undefined,
    subject: "Ablehnung: {{Leistung}}",
    body: `${greeting}\n\nwir lehnen Ihren Antrag vom {{Eingangsdatum}} ab. Gebühren fallen nicht an.\n\n## Gründe\n\nDie Voraussetzungen liegen nicht vor. Vor dieser Entscheidung haben wir Ihnen Gelegenheit gegeben, sich zu äußern (§ 28 VwVfG).\n\n${ending}`,
  },
];

/** Text modules, letters and rules of a demo office, beside those that every demo authority has. What is there stays as it is. */
export async function seedOfficeTexts(
  context: Context,
  ports: TextPorts,
): Promise<void> {
  const slugs = await listOnline(context, ports);
  const known = await listTexts(context, ports);
  for (const { kind, name, leistungSlug, subject, body } of [
    ...modules,
    ...letters,
  ]) {
    if (known.some((it) => it.kind === kind && it.name === name)) continue;
    if (leistungSlug !== undefined && !slugs.includes(leistungSlug)) continue;
    const input = { kind, name, leistungSlug, subject, body };
    const place = { id: undefined, seenVersion: 0 };
    const saved = await saveText(context, { ...input, ...place }, ports);
    if (!saved.ok)
      throw new Error(`demo text ${name}: ${JSON.stringify(saved.refusal)}`);
  }
  await setRules(context, ports);
}

/** Leistungen with a form: a letter takes its words from there. */
async function listOnline(
  context: Context,
  { listLeistungen, listAnswerLabels }: TextPorts,
): Promise<readonly string[]> {
  const online: string[] = [];
  for (const { slug } of await listLeistungen(context))
    if ((await listAnswerLabels(context, slug)).length > 0) online.push(slug);
  return online;
}

async function setRules(context: Context, ports: TextPorts): Promise<void> {
  const texts = await listTexts(context, ports);
  const idOf = (name: string) => texts.find((it) => it.name === name)?.id;
  const rulesOf: Readonly<Record<string, LeistungRules>> = {
    hundesteuer: {
      ...usualRules,
      law: "taxes",
      letters: {
        granted: idOf("Hundesteuerbescheid"),
        partly: undefined,
        refused: undefined,
      },
      remedyId: idOf("Widerspruch (Kommunalabgaben)"),
    },
    veranstaltung: {
      ...usualRules,
      needsSecondPerson: true,
      needsBescheid: true,
      letters: {
        granted: idOf("Bewilligung, allgemein"),
        partly: idOf("Veranstaltung: Erlaubnis mit Auflagen"),
        refused: idOf("Ablehnung, allgemein"),
      },
      remedyId: idOf("Widerspruch"),
    },
    jagdschein: {
      ...usualRules,
      needsSecondPerson: true,
      remedyId: idOf("Widerspruch"),
    },
  };
  for (const { slug, rules } of await listRuledLeistungen(context, ports)) {
    const wanted = rulesOf[slug];
    if (wanted && rules.remedyId === undefined)
      await saveRules(context, { leistungSlug: slug, rules: wanted }, ports);
  }
}
