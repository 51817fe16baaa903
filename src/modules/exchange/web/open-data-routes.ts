import { csvOf } from "../../../platform/values/csv.ts";
import { showError, type Route } from "../../../shell/web/route.ts";
import type { Exported } from "../domain/exported.ts";
import { asOpenJson, asOpenTable } from "../open-data/write-open-data.ts";
import { exportLeistungen } from "../use-cases/export-leistungen.ts";
import { writeMessage } from "../xzufi/write-message.ts";

const keptForSeconds = 300;

/** What programs read: the authority's own Leistungen as XZuFi (all, or with `?since=`), JSON and CSV. */
export const openDataRoutes: readonly Route[] = [
  fileRoute("/daten/leistungen.xml", "application/xml", writeMessage),
  fileRoute("/daten/leistungen.json", "application/json", (exported) =>
    JSON.stringify(asOpenJson(exported), undefined, 2),
  ),
  fileRoute("/daten/leistungen.csv", "text/csv; charset=utf-8", (exported) =>
    csvOf(asOpenTable(exported)),
  ),
];

function fileRoute(
  path: string,
  contentType: string,
  write: (exported: Exported) => string,
): Route {
  return {
    method: "GET",
    path,
    audience: "public",
    handle: async (request) => {
      const since = sinceOf(request.query.get("since"));
      if (since === "not-a-time") return showError(400);
      const { portal, baseUrl, context } = request;
      const own = await exportLeistungen(context, since);
      return {
        kind: "download",
        contentType,
        filename: path.slice(path.lastIndexOf("/") + 1),
        disposition: "attachment",
        body: Buffer.from(
          write({
            ...own,
            baseUrl,
            ars: portal.ars,
            authority: portal.name,
            now: context.now,
            hours:
              request.query.get("oeffnungszeiten") === "strukturiert"
                ? "also-in-figures"
                : "in-words",
          }),
        ),
        publicForSeconds: keptForSeconds,
      };
    },
  };
}

/** A moment such as `2026-11-26T08:00:00Z`. */
function sinceOf(text: string | null): Date | undefined | "not-a-time" {
  if (text === null) return undefined;
  const isTime =
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(
      text,
    );
  const time = new Date(text);
  return isTime && !Number.isNaN(time.getTime()) ? time : "not-a-time";
}
