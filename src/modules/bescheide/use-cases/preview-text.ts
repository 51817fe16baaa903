import type { Context } from "../../../platform/context/context.ts";
import { insertModules } from "../domain/placeholders.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { BescheidePorts } from "../ports.ts";
import { listTexts } from "./list-texts.ts";
import { makePdf } from "./make-document.ts";

/** A saved text as a document, with invented people and its placeholders as they are; undefined for one that is not there. */
export async function previewText(
  context: Context,
  id: string,
  ports: BescheidePorts,
): Promise<Buffer | undefined> {
  if (!context.actor.may("bescheid.texts")) return undefined;
  const texts = await listTexts(context, ports);
  const text = texts.find((it) => it.id === id);
  if (!text) return undefined;
  const t = bescheideTexts("de");
  const modules = texts.filter(({ kind }) => kind === "module");
  const body = insertModules(
    text.body,
    new Map(modules.map((it) => [it.name, it.body])),
  );
  const sample = t("texts.preview.sample", { name: text.name });
  return makePdf(
    context,
    {
      bescheid: { reference: "0000-0000-000", writerIds: [context.actor.id] },
      draft: {
        addressee: t("texts.preview.addressee"),
        subject: text.subject || sample,
        body: text.kind === "remedy" ? sample : body,
        remedy: text.kind === "remedy" ? body : "",
      },
      isPreview: true,
    },
    ports,
  );
}
