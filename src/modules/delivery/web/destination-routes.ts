import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Connector } from "../domain/connector.ts";
import {
  openDestination,
  type OpenDestination,
} from "../use-cases/open-destination.ts";
import {
  saveDestination,
  type SaveDestinationInput,
  type SaveDestinationRefusal,
} from "../use-cases/save-destination.ts";
import { sendTest } from "../use-cases/send-test.ts";
import { viewDestinations } from "../use-cases/view-destinations.ts";
import { destinationFormPage } from "./destination-form-page.ts";
import { targetProblem } from "./redirect-target.ts";
import type { LeistungName } from "./leistung-choice.ts";
import {
  faultsOf,
  inputOf,
  newInput,
  optionInputName,
  readInput,
  withFiles,
  withKnown,
  type DestinationFaults,
  type DestinationInput,
} from "./destination-input.ts";
import {
  chooseConnectorPage,
  destinationActions,
  destinationListPage,
} from "./destination-list-pages.ts";
import {
  callPath,
  deliveriesPath,
  destinationAdminPath,
  findPath,
} from "./list-address.ts";

export type DestinationPorts = {
  readonly connectors: ReadonlyMap<string, Connector>;
  /** The Leistungen of the context's portal. */
  readonly listLeistungen: (
    context: Context,
  ) => Promise<readonly LeistungName[]>;
};

/** For the administrator of an authority: where applications go. */
export function destinationRoutes(ports: DestinationPorts): readonly Route[] {
  const route = (
    method: "GET" | "POST",
    path: string,
    handle: (request: PortalRequest) => Promise<Reply>,
  ): Route => ({
    method,
    path: `${destinationAdminPath}${path}`,
    audience: "staff",
    permission: "delivery.edit",
    readsDocuments: true,
    handle,
  });
  return [
    route("GET", "", async ({ context, locale, query }) =>
      destinationListPage({
        locale,
        now: context.now,
        connectors: ports.connectors,
        destinations: (await viewDestinations(context)).destinations,
        wasSaved: query.has("gespeichert"),
      }),
    ),
    route("GET", "/neu", (request) => showNew(request, ports)),
    route("POST", "/neu", (request) => save(request, undefined, ports)),
    route("GET", "/:id", async (request) => {
      const open = await find(request, ports);
      return open ? showOpen(request, open, ports) : showError(404);
    }),
    route("POST", "/:id", async (request) => {
      const open = await find(request, ports);
      return open ? save(request, open, ports) : showError(404);
    }),
    route("POST", "/:id/test", trial),
  ];
}

async function find(
  { context, params }: PortalRequest,
  { connectors }: DestinationPorts,
): Promise<OpenDestination | undefined> {
  const id = params["id"] ?? "";
  return isId(id) ? openDestination(context, id, connectors) : undefined;
}

async function showNew(
  request: PortalRequest,
  ports: DestinationPorts,
): Promise<Reply> {
  const { locale, query } = request;
  const connector = ports.connectors.get(query.get("anbindung") ?? "");
  if (!connector) return chooseConnectorPage(ports.connectors, locale);
  const { fields } = connector.describe(locale);
  const input = withKnown(newInput(fields), { query, fields });
  return showForm(request, undefined, { ports, input, connector });
}

async function showOpen(
  request: PortalRequest,
  open: OpenDestination,
  ports: DestinationPorts,
): Promise<Reply> {
  const connector = ports.connectors.get(open.connectorKey);
  const fields = connector?.describe(request.locale).fields ?? [];
  return showForm(request, open, { ports, input: inputOf(open, fields) });
}

type Shown = {
  readonly ports: DestinationPorts;
  readonly input: DestinationInput;
  readonly faults?: DestinationFaults;
  /** Of a new one. */
  readonly connector?: Connector;
};

async function showForm(
  request: PortalRequest,
  open: OpenDestination | undefined,
  { ports, input, faults = new Map(), connector: chosen }: Shown,
): Promise<Reply> {
  const { context, locale, baseUrl } = request;
  const connector = chosen ?? ports.connectors.get(open?.connectorKey ?? "");
  // A destination whose connector was taken out of the program is paused or redirected, not changed.
  if (!connector) return showError(409);
  const { destinations } = await viewDestinations(context);
  const own = destinations.find(
    ({ destinationId }) => destinationId === open?.destinationId,
  );
  const others = destinations.filter(
    (one) => one !== own && one.condition !== "off",
  );
  return destinationFormPage({
    locale,
    destinationId: open?.destinationId,
    connectorKey: connector.key,
    connector: connector.describe(locale),
    leistungen: await ports.listLeistungen(context),
    input,
    storedSecrets: storedSecretsOf(open),
    faults,
    problem: targetProblem(request.query, locale),
    findHref: open ? undefined : findHrefOf(connector),
    more:
      own &&
      destinationActions({
        locale,
        hasBackOffice: connector.isNoticeOnly !== true,
        destination: own,
        others,
        problem: targetProblem(request.query, locale),
        callAddress:
          connector.readCall && `${baseUrl}${callPath(own.destinationId)}`,
      }),
  });
}

const findHrefOf = ({ key, finder }: Connector): string | undefined =>
  finder && `${findPath}?anbindung=${key}`;

async function save(
  request: PortalRequest,
  open: OpenDestination | undefined,
  ports: DestinationPorts,
): Promise<Reply> {
  const { context, fields, documents = [], locale } = request;
  const key = open ? open.connectorKey : (fields.get("anbindung") ?? "");
  const connector = ports.connectors.get(key);
  if (!connector) return showError(404);
  const asked = connector.describe(locale).fields;
  const input = readInput(withFiles(fields, documents, asked), asked);
  const faults = faultsOf(input, asked, storedSecretsOf(open));
  if (faults.size > 0)
    return showForm(request, open, { ports, input, faults, connector });

  const draft = draftOf(input, { key, open });
  const saved = await saveDestination(context, draft, ports.connectors);
  if (saved.ok) return redirect(`${destinationAdminPath}?gespeichert=1`);
  const refused = refusalFaults(saved.refusal);
  return typeof refused === "number"
    ? showError(refused)
    : showForm(request, open, { ports, input, faults: refused, connector });
}

const storedSecretsOf = (open: OpenDestination | undefined) =>
  open?.storedSecrets ?? [];

const draftOf = (
  input: DestinationInput,
  { key, open }: { key: string; open: OpenDestination | undefined },
): SaveDestinationInput => ({
  ...(open && { destinationId: open.destinationId }),
  name: input.name,
  connectorKey: key,
  options: input.options,
  isEnabled: input.isEnabled,
  leistungSlugs: input.leistungSlugs,
  operation: {
    concurrency: Number(input.concurrency),
    patienceHours: Number(input.patienceHours),
    officeEmail: input.officeEmail === "" ? undefined : input.officeEmail,
  },
});

function refusalFaults(
  refusal: SaveDestinationRefusal,
): DestinationFaults | 403 | 404 {
  switch (refusal.kind) {
    case "not-permitted":
      return 403;
    case "not-found":
    case "unknown-connector":
      return 404;
    case "name-taken":
      return new Map([["name", "taken"]]);
    case "options-invalid":
      return new Map(
        refusal.fields.map((name) => {
          const reason = refusal.reasons[name];
          return [optionInputName(name), reason ? { reason } : "wrong"];
        }),
      );
  }
}

async function trial({ context, params }: PortalRequest): Promise<Reply> {
  const id = params["id"] ?? "";
  if (!isId(id)) return showError(404);
  const sent = await sendTest(context, id);
  if (sent.ok) return redirect(`${deliveriesPath}/${sent.value.deliveryId}`);
  switch (sent.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showError(404);
    case "switched-off":
      return showError(409);
  }
}
