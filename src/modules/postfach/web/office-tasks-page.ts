import { html } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import {
  page,
  redirect,
  showError,
  type Page,
  type PortalRequest,
  type Route,
} from "../../../shell/web/route.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { table } from "../../../ui/table.ts";
import { postfachTexts } from "../i18n/texts.ts";
import {
  finishOfficeTask,
  listOfficeTasks,
  type PaperTask,
} from "../use-cases/paper-tasks.ts";
import { officeTasksPath } from "./postfach-paths.ts";

/** Bescheide that have to go by post, for caseworkers. */
export function officeTaskRoutes(): readonly Route[] {
  const access = { audience: "staff", permission: "vorgang.edit" } as const;
  return [
    {
      method: "GET",
      path: officeTasksPath,
      ...access,
      handle: async (request) =>
        officeTasksPage(request, await listOfficeTasks(request.context)),
    },
    {
      method: "POST",
      path: `${officeTasksPath}/:task/versendet`,
      ...access,
      handle: async ({ context, params }) =>
        (await finishOfficeTask(context, params["task"] ?? ""))
          ? redirect(officeTasksPath)
          : showError(404),
    },
  ];
}

function officeTasksPage(
  { locale }: PortalRequest,
  tasks: readonly PaperTask[],
): Page {
  const t = postfachTexts(locale);
  return page({
    title: t("tasks.title"),
    section: officeTasksPath,
    layout: "wide",
    main: html`${pageHeading({ title: t("tasks.title"), lead: t("tasks.lead") })}
    ${
      tasks.length === 0
        ? emptyState({ title: t("tasks.none"), body: t("tasks.none.body") })
        : table({
            caption: t("tasks.title"),
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
                task.reference,
                task.title,
                t(`tasks.reason.${task.reason}`),
                formatDate(task.created_at, locale),
                html`<form
                  method="post"
                  action="${officeTasksPath}/${task.id}/versendet"
                >
                  ${button({
                    label: t("tasks.done"),
                    context: task.reference,
                    variant: "secondary",
                  })}
                </form>`,
              ],
            })),
          })
    }`,
  });
}
