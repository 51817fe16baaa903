import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { everyLeistung } from "../domain/term.ts";
import type { RetentionPorts } from "../ports.ts";
import { readTerms, setTerm, termsPermission } from "../use-cases/set-term.ts";
import { retentionPaths, slugOfAddress } from "./retention-paths.ts";
import {
  readTermInput,
  termInput,
  type TermFault,
  type TermInput,
} from "./term-input.ts";
import { termPage, termsPage } from "./terms-pages.ts";

type Ports = Pick<RetentionPorts, "listLeistungen">;

/** Pages for who says how long something is kept. */
export function termsRoutes(ports: Ports): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({
    method,
    path,
    audience: "staff",
    permission: termsPermission,
    handle,
  });
  return [
    route("GET", retentionPaths.terms, (request) => showTerms(request, ports)),
    route("GET", retentionPaths.term(":name"), (request) =>
      showTerm(request, ports),
    ),
    route("POST", retentionPaths.term(":name"), (request) =>
      submitTerm(request, ports),
    ),
  ];
}

async function showTerms(
  { context, locale }: PortalRequest,
  { listLeistungen }: Ports,
): Promise<Reply> {
  const terms = await readTerms(context);
  if (!terms.ok) return showError(404);
  return termsPage(await listLeistungen(context), terms.value, locale);
}

async function showTerm(
  request: PortalRequest,
  ports: Ports,
  typed?: { readonly input: TermInput; readonly faults: readonly TermFault[] },
): Promise<Reply> {
  const { context, locale, query } = request;
  const terms = await readTerms(context);
  const found = await findLeistung(request, ports);
  if (!terms.ok || !found) return showError(404);
  return termPage({
    locale,
    leistung: found.slug === everyLeistung ? undefined : found,
    input: typed?.input ?? termInput(terms.value.get(found.slug)),
    faults: typed?.faults ?? [],
    isSaved: typed === undefined && query.get("gespeichert") !== null,
  });
}

async function submitTerm(
  request: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const { context, fields } = request;
  const found = await findLeistung(request, ports);
  if (!found) return showError(404);
  const input = Object.fromEntries(fields);
  const read = readTermInput(input);
  if ("faults" in read)
    return showTerm(request, ports, { input, faults: read.faults });
  const { slug: leistungSlug } = found;
  const result = await setTerm(context, { leistungSlug, term: read.term });
  if (!result.ok) return showError(404);
  return redirect(`${retentionPaths.term(leistungSlug)}?gespeichert`);
}

async function findLeistung(
  { context, params }: PortalRequest,
  { listLeistungen }: Ports,
) {
  const wanted = slugOfAddress(params["name"] ?? "");
  if (wanted === everyLeistung) return { slug: everyLeistung, title: "" };
  const leistungen = await listLeistungen(context);
  return leistungen.find(({ slug }) => slug === wanted);
}
