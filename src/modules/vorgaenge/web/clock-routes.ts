import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { VorgaengePorts } from "../ports.ts";
import {
  listClocks,
  rulesPermission,
  setClock,
} from "../use-cases/clock-rules.ts";
import {
  clockInput,
  readClockInput,
  type ClockFault,
  type ClockInput,
} from "./clock-input.ts";
import { clockPage, clocksPage } from "./clock-pages.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

type Ports = Pick<VorgaengePorts, "listLeistungen">;

/** Pages for who says how long a Leistung may take. */
export function clockRoutes(ports: Ports): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({
    method,
    path,
    audience: "staff",
    permission: rulesPermission,
    handle,
  });
  return [
    route("GET", vorgaengePaths.clocks, (request) =>
      showClocks(request, ports),
    ),
    route("GET", vorgaengePaths.clock(":name"), (request) =>
      showClock(request, ports),
    ),
    route("POST", vorgaengePaths.clock(":name"), (request) =>
      submitClock(request, ports),
    ),
  ];
}

async function showClocks(
  { context, locale }: PortalRequest,
  { listLeistungen }: Ports,
): Promise<Reply> {
  const clocks = await listClocks(context);
  if (!clocks.ok) return showError(404);
  return clocksPage(await listLeistungen(context), clocks.value, locale);
}

async function showClock(
  request: PortalRequest,
  ports: Ports,
  typed?: {
    readonly input: ClockInput;
    readonly faults: readonly ClockFault[];
  },
): Promise<Reply> {
  const { context, locale, params, query } = request;
  const clocks = await listClocks(context);
  const leistung = await findLeistung(request, ports);
  if (!clocks.ok || !leistung) return showError(404);
  const slug = params["name"] ?? "";
  const { rules, names, similarDays } = clocks.value;
  return clockPage({
    locale,
    leistung,
    input:
      typed?.input ??
      clockInput({
        rule: rules.get(slug),
        names: names.get(slug) ?? new Map(),
        similarDays: similarDays.get(slug),
      }),
    faults: typed?.faults ?? [],
    isSaved: typed === undefined && query.get("gespeichert") !== null,
  });
}

async function submitClock(
  request: PortalRequest,
  ports: Ports,
): Promise<Reply> {
  const { context, fields, portal } = request;
  const leistung = await findLeistung(request, ports);
  if (!leistung) return showError(404);
  const input = Object.fromEntries(fields);
  const read = readClockInput(input, portal.ars);
  if ("faults" in read)
    return showClock(request, ports, { input, faults: read.faults });
  const { slug: leistungSlug } = leistung;
  const result = await setClock(context, { leistungSlug, ...read });
  if (!result.ok) return showError(404);
  return redirect(`${vorgaengePaths.clock(leistungSlug)}?gespeichert`);
}

async function findLeistung(
  { context, params }: PortalRequest,
  { listLeistungen }: Ports,
) {
  const leistungen = await listLeistungen(context);
  return leistungen.find(({ slug }) => slug === params["name"]);
}
