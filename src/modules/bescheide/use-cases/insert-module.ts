import type { Context } from "../../../platform/context/context.ts";
import type { Draft } from "../domain/bescheid.ts";
import { chosenText } from "../domain/text.ts";
import type { BescheidePorts } from "../ports.ts";
import { fillLetter } from "./fill-letter.ts";
import { listTexts } from "./list-texts.ts";

/** The draft with a text module at the end of its text, filled in from the Vorgang; as it was where there is no such module. */
export async function insertModule(
  context: Context,
  {
    draft,
    vorgangId,
    moduleId,
  }: {
    readonly draft: Draft;
    readonly vorgangId: string;
    readonly moduleId: string;
  },
  ports: BescheidePorts,
): Promise<Draft> {
  const texts = await listTexts(context, ports);
  const module = chosenText(texts, "module", moduleId);
  const opened = await ports.openVorgang(context, vorgangId);
  const portal = await ports.portalOf(context.tenantId);
  if (!module || !opened || !portal) return draft;
  const filled = await fillLetter(context, {
    opened,
    portal,
    letter: module,
    remedy: undefined,
    modules: [],
  });
  return { ...draft, body: `${draft.body.trimEnd()}\n\n${filled.body}` };
}
