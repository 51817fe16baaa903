import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Route } from "../../../shell/web/route.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { accessTexts, apiTexts } from "../i18n/texts.ts";
import { openApiDocument, problemCodesOf } from "./openapi.ts";
import {
  apiPath,
  operationIds,
  operations,
  type Operation,
  type OperationId,
} from "./operations.ts";
import { problemCodes, problemStatus } from "./problems.ts";
import { fieldsOfSchema } from "./schemas.ts";

const documentPath = `${apiPath}/openapi.json`;

/** The description of the interface, for people and for programs. Everybody may read it. */
export const documentRoutes: readonly Route[] = [
  {
    method: "GET",
    path: documentPath,
    audience: "guest",
    handle: ({ locale, baseUrl }) =>
      Promise.resolve({
        kind: "json",
        status: 200,
        body: openApiDocument({ locale, baseUrl }),
      }),
  },
  {
    method: "GET",
    path: "/api",
    audience: "guest",
    handle: ({ locale, baseUrl }) =>
      Promise.resolve(
        page({
          title: apiTexts(locale)("title"),
          main: documentMain(locale, baseUrl),
        }),
      ),
  },
];

function documentMain(locale: Locale, baseUrl: string): SafeHtml {
  const t = apiTexts(locale);
  const address = `${baseUrl}${apiPath}`;
  return html`${pageHeading({ title: t("title"), lead: t("lead") })}
    ${definitionRows([
      { term: t("address"), value: html`<code>${address}</code>` },
      { term: t("document"), value: link(documentPath, documentPath) },
    ])}
    <p class="kern-body">${t("token")}</p>
    <p class="kern-body">${t("keys")}</p>
    ${section({
      title: t("operations"),
      body: operationIds.map((id) => operationPart(id, locale)),
    })}
    ${section({
      title: t("problems"),
      body: problemCodes.map(
        (code) =>
          html`${heading(3, `${String(problemStatus[code])} ${code}`, { id: code })}
            <p class="kern-body">${t(`problem.${code}`)}</p>`,
      ),
    })}`;
}

function operationPart(id: OperationId, locale: Locale): SafeHtml {
  const t = apiTexts(locale);
  const operation: Operation = operations[id];
  const { method, path, scope, headers = [], body, query } = operation;
  const braced = path.replaceAll(/:(\w+)/gu, "{$1}");
  const rows = [
    { term: t("scope"), value: scope && accessTexts(locale)(`scope.${scope}`) },
    { term: t("headers"), value: headers.map(({ name }) => name).join(", ") },
    { term: t("query"), value: Object.keys(query?.shape ?? {}).join(", ") },
    { term: t("sent"), value: body && fieldsOfSchema(body.schema) },
    { term: t("received"), value: receivedBy(operation) },
    { term: t("refused"), value: problemCodesOf(operation).join(", ") },
  ].flatMap(({ term, value = "" }) => (value === "" ? [] : [{ term, value }]));
  return html`${heading(3, t(`operation.${id}`), { id })}
    <p class="kern-body"><code>${method} ${braced}</code></p>
    ${definitionRows(rows)}`;
}

const receivedBy = ({ answers }: Operation): string =>
  answers
    .map(({ status, content }) => {
      if (!content) return String(status);
      const what =
        "schema" in content
          ? fieldsOfSchema(content.schema)
          : content.mediaType;
      return `${String(status)}: ${what}`;
    })
    .join("; ");
