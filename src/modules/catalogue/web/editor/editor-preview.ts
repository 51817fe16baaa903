import {
  page,
  type PortalRequest,
  type Reply,
} from "../../../../shell/web/route.ts";
import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { alert } from "../../../../ui/alert.ts";
import { link } from "../../../../ui/link.ts";
import { listOffices } from "../../../tenants/index.ts";
import type { LeistungWithOffice } from "../../domain/leistung.ts";
import { isOfAbove } from "../../domain/of-above.ts";
import { initialOf } from "../../domain/initial.ts";
import { overriddenBy } from "../../domain/content/layers.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { readEditingRules } from "../../use-cases/editing/editing-rules.ts";
import type { ShownApproval } from "../../use-cases/editing/decide-approval.ts";
import type { EditedLeistung } from "../../use-cases/editing/edit-leistung.ts";
import { findKeptLeistung } from "../../use-cases/find-leistung-by-slug.ts";
import type { CataloguePorts } from "../found-leistungen.ts";
import { editorTexts } from "../../i18n/texts.ts";
import { previewBar, type EditorPageInput } from "./editor-page.ts";
import { approvalPath, editorPath } from "./editor-labels.ts";
import { readabilityAdvice } from "./editor-readability.ts";
import { leistungMain } from "../show-leistung.ts";
import { shownOverlay } from "../shown-overlay.ts";

/** The public page as it will be, made by the same code; kept nowhere. */
export async function showPreview(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    content,
    ...input
  }: Pick<
    EditorPageInput,
    "typed" | "base" | "revision" | "edited" | "locale" | "moment" | "note"
  > & {
    readonly content: LeistungContent;
  },
): Promise<Reply> {
  const rules = await readEditingRules(request.context);
  const bar = previewBar({
    ...input,
    needsApproval: rules?.needsApproval,
    advice: readabilityAdvice(content, input.locale),
  });
  return previewPage(request, ports, { edited: input.edited, content, bar });
}

/** The same of what waits for approval. */
export function approvalPreview(
  request: PortalRequest,
  ports: CataloguePorts,
  { current, after }: ShownApproval,
): Promise<Reply> {
  const t = editorTexts(request.locale);
  const bar = html`<div class="portal-no-print">
    ${alert({ kind: "info", title: t("approval.preview.alert") })}
    <p>${link(approvalPath(current.id), t("approval.preview.back"))}</p>
  </div>`;
  const content = after;
  return previewPage(request, ports, { edited: current, content, bar });
}

async function previewPage(
  request: PortalRequest,
  ports: CataloguePorts,
  {
    edited,
    content,
    bar,
  }: {
    readonly edited: EditedLeistung | undefined;
    readonly content: LeistungContent;
    readonly bar: SafeHtml;
  },
): Promise<Reply> {
  const { context, locale } = request;
  const slug = edited?.slug ?? "";
  const kept = edited && (await findKeptLeistung(context, slug));
  const offices = await listOffices(context);
  const leistung = {
    id: "",
    slug,
    formKey: null,
    ...kept,
    title: content.title.de,
    teaser: content.teaser.de,
    initial: initialOf(content.title.de),
    lifeSituation: content.situations[0] ?? "",
    content,
    ...(kept?.takenOver && {
      takenOver: {
        ...kept.takenOver,
        ownParts: ownPartsOf(content, edited),
      },
    }),
    updatedAt: context.now,
    office: offices.find((it) => it.slug === content.officeSlug) ?? null,
  };
  const shown = (await asReceived(request, ports, leistung)) ?? { leistung };
  return page({
    title: editorTexts(locale)("preview.title", { title: content.title.de }),
    main: html`${bar}
    ${await leistungMain(request, ports, { receiver: undefined, ...shown, isPreview: true })}`,
    section: editorPath,
    scripts: ["copy-reference", "print-page"],
  });
}

/** With who receives applications, where that is somebody else. */
async function asReceived(
  { context, portal }: PortalRequest,
  ports: CataloguePorts,
  leistung: LeistungWithOffice,
) {
  const { slug } = leistung;
  if (slug === "") return undefined;
  const request = { context, portal };
  if (isOfAbove(leistung)) return shownOverlay(request, ports, leistung);
  const asked = { slug, isOwn: true };
  const { other } = await ports.findReceiver(request, asked);
  return { leistung, receiver: other };
}

/** What this authority will have written itself. */
function ownPartsOf(
  content: LeistungContent,
  edited: EditorPageInput["edited"],
): readonly string[] {
  return edited?.inherited
    ? Object.keys(overriddenBy(content, edited.content, edited.inherited))
    : [];
}
