import type { Context } from "../../../../platform/context/context.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../../shell/web/route.ts";
import { editorTexts } from "../../i18n/texts.ts";
import { readEditingRules } from "../../use-cases/editing/editing-rules.ts";
import { readEdited } from "../../use-cases/editing/edit-leistung.ts";
import { publishContent } from "../../use-cases/editing/publish-content.ts";
import { readReviewChecks } from "../../use-cases/editing/reviews.ts";
import { readVersions } from "../../use-cases/editing/read-editor-desk.ts";
import { choicesFor } from "./choices-for.ts";
import { editorPath, editPath, versionsPath } from "./editor-labels.ts";
import {
  versionsPage,
  versionsPerPage,
  type VersionsPageInput,
} from "./editor-versions-page.ts";
import type { CataloguePorts } from "../found-leistungen.ts";

/** Versions of a Leistung, and the way back to one of them. */
export function editorVersionRoutes(ports: CataloguePorts): readonly Route[] {
  const access = {
    path: versionsPath(":id"),
    audience: "staff",
    permission: "catalogue.edit",
  } as const;
  return [
    {
      method: "GET",
      ...access,
      handle: (request) => showVersions(request, ports),
    },
    {
      method: "POST",
      ...access,
      handle: (request) => restore(request, ports),
    },
  ];
}

async function showVersions(
  request: PortalRequest,
  ports: CataloguePorts,
  refused?: VersionsPageInput["refused"],
): Promise<Reply> {
  const { context, locale, params, query } = request;
  const edited = await readEdited(context, params["id"] ?? "");
  if (!edited) return showError(404);
  const versions = await readVersions(context, {
    leistungId: edited.id,
    limit: versionsPerPage + 1,
    upTo: numberOf(query.get("bis")),
  });
  const { de: title } = edited.content.title;
  const t = editorTexts(locale);
  const whole = t("versions.title", { title });
  const checks = await readReviewChecks(context, {
    leistungId: edited.id,
    versions: versions.map(({ version }) => version),
  });
  return page({
    status: refused ? 409 : 200,
    title: refused ? t("edit.error", { title: whole }) : whole,
    main: versionsPage({
      edited,
      versions,
      checks,
      names: await namesOf(context, ports, [
        ...versions.flatMap(({ publishedBy, authors, approvedBy }) => [
          publishedBy,
          approvedBy,
          ...authors,
        ]),
        ...checks.map(({ checkedBy }) => checkedBy),
      ]),
      refused,
      needsApproval: (await readEditingRules(context))?.needsApproval === true,
      ...(await choicesFor(request)),
      locale,
    }),
    section: editorPath,
    layout: "wide",
  });
}

/** A number of a version; undefined for anything else. */
export function numberOf(text: string | null | undefined): number | undefined {
  return /^\d{1,9}$/.test(text ?? "") ? Number(text) : undefined;
}

/** Names of who did something, by their ids; null stands for nobody. */
export async function namesOf(
  context: Context,
  { listStaffNames }: CataloguePorts,
  staffIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = staffIds.flatMap((id) => id ?? []);
  return (await listStaffNames?.(context, ids)) ?? new Map<string, string>();
}

async function restore(
  request: PortalRequest,
  ports: CataloguePorts,
): Promise<Reply> {
  const { context, fields, params } = request;
  const id = params["id"] ?? "";
  const wanted = numberOf(fields.get("zurueck"));
  const [found] = await readVersions(context, {
    leistungId: id,
    limit: 1,
    upTo: wanted,
  });
  if (!found || found.version !== wanted) return showError(404);
  const { content } = found;
  const base = numberOf(fields.get("fassung")) ?? 0;
  const published = await publishContent(
    context,
    { id, base, content },
    ports.notices,
  );
  if (published.ok) {
    const what = published.value === "waiting" ? "wartet" : "wiederhergestellt";
    return redirect(`${editPath(id)}?getan=${what}`);
  }
  const { kind } = published.refusal;
  if (kind === "not-found") return showError(404);
  const refused = kind === "waits-already" ? kind : "changed-since";
  return showVersions(request, ports, refused);
}
