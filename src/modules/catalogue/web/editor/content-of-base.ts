import type { PortalRequest } from "../../../../shell/web/route.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { emptyContent } from "../../domain/typed/leistung-form.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import { readVersions } from "../../use-cases/editing/read-editor-desk.ts";

/** The content that was on the page when somebody began to type. */
export async function contentOfBase(
  { context }: Pick<PortalRequest, "context">,
  edited: EditedLeistung | undefined,
  base: number,
): Promise<LeistungContent> {
  if (!edited) return emptyContent;
  if (edited.version === base) return edited.content;
  const [known] = await readVersions(context, {
    leistungId: edited.id,
    limit: 1,
    upTo: base,
  });
  return known?.content ?? edited.content;
}
