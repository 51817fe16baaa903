import type { Route } from "../../../shell/web/route.ts";
import type { ApiPorts } from "../ports.ts";
import { apiRoute, type ApiHandler } from "./api-call.ts";
import * as change from "./change-handlers.ts";
import { operationIds, operations, type OperationId } from "./operations.ts";
import * as read from "./read-handlers.ts";
import { responsibleRoute } from "./responsible-route.ts";
import { tokenRoute } from "./token-route.ts";

/** Without a token: anybody may call them. */
type OpenOperation = "getToken" | "findResponsible";

/** The interface for back-office systems: a route for each operation. */
export function apiRoutes(ports: ApiPorts): readonly Route[] {
  const handlers: Readonly<
    Record<Exclude<OperationId, OpenOperation>, ApiHandler>
  > = {
    listSubmissions: read.list,
    getSubmission: read.show(ports),
    getReceiptPdf: read.showPdf(ports),
    getUpload: read.showUpload(ports),
    getPackage: read.showPackage(ports),
    refuseSubmission: change.refusal(ports),
    confirmReceipt: change.receipt(ports),
    setState: change.state(ports),
    sendMessage: change.message(ports),
    attachDocument: change.document(ports),
  };
  const routes = operationIds.flatMap((id) => {
    if (id === "getToken" || id === "findResponsible") return [];
    const operation = operations[id];
    return [apiRoute(operation, operation.scope, handlers[id])];
  });
  return [tokenRoute, responsibleRoute(ports), ...routes];
}
