import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  redirect,
  type Page,
  type PortalRequest,
  type Route,
} from "../../../shell/web/route.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { postfachTexts } from "../i18n/texts.ts";
import {
  finishOfficeTask,
  listOfficeTasks,
  type PaperTask,
} from "../use-cases/paper-tasks.ts";
import {
  listUnreachable,
  noteReached,
  type ContactTask,
} from "../use-cases/contact-tasks.ts";
import { faultText } from "./fault-text.ts";
import { mirrorAgain } from "../use-cases/mirror.ts";
import { mirrorPath, officeTasksPath } from "./postfach-paths.ts";

/**
 * Bescheide that have to go by post, for caseworkers. A second click, or a colleague's, finds nothing left to do: the list says what is.
 */
export function officeTaskRoutes(): readonly Route[] {
  const access = { audience: "staff", permission: "vorgang.edit" } as const;
  return [
    {
      method: "GET",
      path: officeTasksPath,
      ...access,
      handle: async (request) =>
        officeTasksPage(request, {
          paper: await listOfficeTasks(request.context),
          contacts: await listUnreachable(request.context),
        }),
    },
    {
      method: "POST",
      path: mirrorPath(":message"),
      ...access,
      handle: async ({ context, params }) => {
        await mirrorAgain(context, params["message"] ?? "");
        return redirect(officeTasksPath);
      },
    },
    {
      method: "POST",
      path: `${officeTasksPath}/kontakt/:task/erreicht`,
      ...access,
      handle: async ({ context, params }) => {
        await noteReached(context, params["task"] ?? "");
        return redirect(officeTasksPath);
      },
    },
    {
      method: "POST",
      path: `${officeTasksPath}/:task/versendet`,
      ...access,
      handle: async ({ context, params }) => {
        await finishOfficeTask(context, params["task"] ?? "");
        return redirect(officeTasksPath);
      },
    },
  ];
}

type OfficeTasks = {
  readonly paper: readonly PaperTask[];
  readonly contacts: readonly ContactTask[];
};

function officeTasksPage(
  { locale }: PortalRequest,
  { paper, contacts }: OfficeTasks,
): Page {
  const t = postfachTexts(locale);
  return page({
    title: t("tasks.title"),
    section: officeTasksPath,
    layout: "wide",
    main: html`${pageHeading({ title: t("tasks.title"), lead: t("tasks.lead") })}
    ${section({
      title: t("tasks.paper"),
      isWide: true,
      body:
        paper.length === 0
          ? emptyState({ title: t("tasks.none"), body: t("tasks.none.body") })
          : html`<p class="kern-body">${t("tasks.paper.lead")}</p>
              ${paperTable(paper, locale)}`,
    })}
    ${section({
      title: t("contact.title"),
      id: "kontakt",
      isWide: true,
      body:
        contacts.length === 0
          ? emptyState({
              title: t("contact.none"),
              body: t("contact.none.body"),
            })
          : html`<p class="kern-body">${t("contact.lead")}</p>
              ${contactTable(contacts, locale)}`,
    })}`,
  });
}

function paperTable(tasks: readonly PaperTask[], locale: Locale): SafeHtml {
  const t = postfachTexts(locale);
  return table({
    caption: t("tasks.paper"),
    isCaptionHidden: true,
    columns: [
      { label: t("list.reference") },
      { label: t("list.subject") },
      { label: t("tasks.reason") },
      { label: t("tasks.since") },
      { label: t("tasks.action") },
    ],
    rows: tasks.map((task) => ({
      cells: [
        vorgangLink(task),
        task.title,
        t(`tasks.reason.${task.reason}`),
        formatDate(task.created_at, locale),
        doneForm(`${officeTasksPath}/${task.id}/versendet`, {
          label: t("tasks.done"),
          context: task.reference,
        }),
      ],
    })),
  });
}

function contactTable(tasks: readonly ContactTask[], locale: Locale): SafeHtml {
  const t = postfachTexts(locale);
  return table({
    caption: t("contact.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("list.reference") },
      { label: t("list.subject") },
      { label: t("contact.fault") },
      { label: t("tasks.since") },
      { label: t("tasks.action") },
    ],
    rows: tasks.map((task) => ({
      cells: [
        vorgangLink(task),
        task.title,
        faultText(task.fault, locale),
        formatDate(task.created_at, locale),
        doneForm(`${officeTasksPath}/kontakt/${task.id}/erreicht`, {
          label: t("contact.done"),
          context: task.reference,
        }),
      ],
    })),
  });
}

/** The Vorgang as the queue finds it: what lies behind is known there. */
function vorgangLink({ reference }: Pick<PaperTask, "reference">): SafeHtml {
  const query = new URLSearchParams({ stand: "all", suche: reference });
  return link(`/arbeitsplatz?${query.toString()}`, reference);
}

function doneForm(
  action: string,
  words: { readonly label: string; readonly context: string },
): SafeHtml {
  return html`<form method="post" action="${action}">
    ${button({ ...words, variant: "secondary" })}
  </form>`;
}
