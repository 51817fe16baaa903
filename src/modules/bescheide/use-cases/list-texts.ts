import type { Context } from "../../../platform/context/context.ts";
import { textsInForce, type Text } from "../domain/text.ts";
import type { BescheidePorts } from "../ports.ts";
import * as store from "../store/text-store.ts";

/** The texts this tenant uses: its own, and those of the installation that none of them stands for. */
export async function listTexts(
  context: Context,
  { baseContext }: Pick<BescheidePorts, "baseContext">,
): Promise<readonly Text[]> {
  const own = await textsOf(context);
  const base = await baseContext(context);
  if (base.tenantId === context.tenantId)
    return own.map((text) => ({ ...text, isBase: false }));
  return textsInForce(
    own.map((text) => ({ ...text, isBase: false })),
    (await textsOf(base)).map((text) => ({ ...text, isBase: true })),
  );
}

function textsOf(context: Context) {
  return context.transaction((db) => store.listTexts(db, context.tenantId));
}
