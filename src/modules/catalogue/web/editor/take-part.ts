import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import {
  keepOwnPart,
  takeOverAgain,
} from "../../use-cases/editing/edit-leistung.ts";
import { editPath } from "./editor-labels.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import { numberOf } from "./editor-version-routes.ts";

/** What an editor chose for a part that stands instead of one from above; undefined when that is not what was asked. */
export async function takePart(
  { context, fields }: PortalRequest,
  { notices }: CataloguePorts,
  id: string,
): Promise<Reply | undefined> {
  const part = fields.get("teil") ?? "";
  switch (fields.get("aktion")) {
    case "behalten":
      return (await keepOwnPart(context, { id, part }))
        ? redirect(`${editPath(id)}?getan=behalten`)
        : showError(404);
    case "uebernehmen": {
      const base = numberOf(fields.get("fassung")) ?? 0;
      const taken = await takeOverAgain(context, { id, base, part }, notices);
      if (taken.ok)
        return redirect(
          `${editPath(id)}?getan=${taken.value === "waiting" ? "wartet" : "uebernommen"}`,
        );
      return showError(taken.refusal.kind === "not-found" ? 404 : 409);
    }
    default:
      return undefined;
  }
}
