import type { Context } from "../../../platform/context/context.ts";
import { usualRules } from "../domain/bescheid.ts";
import type { TextPorts } from "../ports.ts";
import { saveRules } from "../use-cases/leistung-rules.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { saveText } from "../use-cases/save-text.ts";
import { baseTexts, parkingTexts, type DemoText } from "./demo-texts.ts";

/** Texts of the installation, which all authorities use. Twice changes nothing. */
export async function seedBaseTexts(
  context: Context,
  ports: TextPorts,
): Promise<void> {
  await sow(context, baseTexts, ports);
}

/** Templates for parking permits, released by two persons; only where the authority has the Leistung. */
export async function seedBescheideDemo(
  context: Context,
  ports: TextPorts,
): Promise<void> {
  const leistungen = await ports.listLeistungen(context);
  const [first] = parkingTexts;
  const slug = first?.leistungSlug;
  if (!slug || !leistungen.some((it) => it.slug === slug)) return;
  if (!(await hasAnswers(context, slug, ports))) return;
  await sow(context, parkingTexts, ports);
  const texts = await listTexts(context, ports);
  const idOf = (name: string | undefined) =>
    texts.find((it) => it.name === name)?.id;
  const letterFor = (outcome: "granted" | "refused") =>
    idOf(parkingTexts.find((it) => it.outcome === outcome)?.name);
  const rules = {
    ...usualRules,
    needsSecondPerson: true,
    letters: {
      granted: letterFor("granted"),
      partly: undefined,
      refused: letterFor("refused"),
    },
    remedyId: idOf("Widerspruch"),
  };
  await saveRules(context, { leistungSlug: slug, rules }, ports);
}

async function hasAnswers(
  context: Context,
  slug: string,
  ports: TextPorts,
): Promise<boolean> {
  const labels = await ports.listAnswerLabels(context, slug);
  return labels.includes("Kennzeichen");
}

async function sow(
  context: Context,
  texts: readonly DemoText[],
  ports: TextPorts,
): Promise<void> {
  const known = await listTexts(context, ports);
  for (const { kind, name, leistungSlug, subject, body } of texts) {
    if (known.some((it) => it.kind === kind && it.name === name)) continue;
    const input = { kind, name, leistungSlug, subject, body };
    const saved = await saveText(
      context,
      { ...input, id: undefined, seenVersion: 0 },
      ports,
    );
    if (!saved.ok)
      throw new Error(`demo text ${name}: ${JSON.stringify(saved.refusal)}`);
  }
}
