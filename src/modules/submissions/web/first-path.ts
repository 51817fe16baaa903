import type { PortalRequest } from "../../../shell/web/route.ts";
import type { OwnDataPorts } from "../ports.ts";
import { fillFromAccount } from "../use-cases/answer-own-data.ts";
import type { Draft } from "../domain/draft.ts";
import { ownDataPath } from "./own-data-path.ts";
import { ownDataOfDraft } from "./step-own-data.ts";

/**
 * Where one goes on with a draft that has just come to its owner: `next`, with what they agreed to before filled in; or first to the
 * question whether it may be.
 */
export async function firstPath(
  request: PortalRequest,
  ports: OwnDataPorts,
  { draft, next }: { readonly draft: Draft; readonly next: string },
): Promise<string> {
  const own = await ownDataOfDraft(request, ports, draft);
  if (!own || own.placed.length === 0) return next;
  if (own.isGranted) {
    await fillFromAccount(request.context, { draft, own });
    return next;
  }
  return draft.ownData.isRefused === true
    ? next
    : ownDataPath(draft.leistungSlug);
}
