import {
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Connector } from "../domain/connector.ts";
import type { OptionField } from "../domain/option-field.ts";
import { findDestinations } from "../use-cases/find-destinations.ts";
import {
  missingOptions,
  newInput,
  optionInputName,
  readOptionInputs,
  type DestinationFaults,
} from "./destination-input.ts";
import { findPage } from "./find-page.ts";
import { findPath } from "./list-address.ts";

type Ports = { readonly connectors: ReadonlyMap<string, Connector> };

/** For the administrator of an authority: who takes a Leistung of a place, where a service outside knows that. */
export function findRoutes(ports: Ports): readonly Route[] {
  const ground = {
    path: findPath,
    audience: "staff",
    permission: "delivery.edit",
  } as const;
  return [
    {
      ...ground,
      method: "GET",
      handle: (request) => Promise.resolve(ask(request, ports)),
    },
    { ...ground, method: "POST", handle: (request) => answer(request, ports) },
  ];
}

function ask({ locale, query }: PortalRequest, ports: Ports): Reply {
  const connectorKey = query.get("anbindung") ?? firstOf(ports);
  const finder = ports.connectors.get(connectorKey)?.finder?.describe(locale);
  if (!finder) return showError(404);
  return findPage({
    locale,
    connectorKey,
    finder,
    query: newInput(finder.fields).options,
    faults: new Map(),
    found: undefined,
  });
}

/** There is one so far. */
function firstOf({ connectors }: Ports): string {
  const found = [...connectors.values()].find(({ finder }) => finder);
  return found?.key ?? "";
}

async function answer(request: PortalRequest, ports: Ports): Promise<Reply> {
  const { context, locale, fields } = request;
  const connectorKey = fields.get("anbindung") ?? "";
  const finder = ports.connectors.get(connectorKey)?.finder?.describe(locale);
  if (!finder) return showError(404);
  const query = readOptionInputs(fields, finder.fields);
  const shown = { locale, connectorKey, finder, query, found: undefined };
  const missing = missingOptions(finder.fields, query, []);
  if (missing.length > 0)
    return findPage({ ...shown, faults: faultsOf(missing, "missing") });
  const given = { connectorKey, query };
  const found = await findDestinations(context, given, ports.connectors);
  if (found.ok)
    return findPage({ ...shown, faults: new Map(), found: found.value });
  switch (found.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showError(404);
    case "query-invalid":
      return findPage({
        ...shown,
        faults: faultsOf(found.refusal.fields, "wrong"),
      });
  }
}

const faultsOf = (
  names: readonly OptionField["name"][],
  fault: "missing" | "wrong",
): DestinationFaults =>
  new Map(names.map((name) => [optionInputName(name), fault]));
