import { isId } from "../../../platform/values/id.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { Connector } from "../domain/connector.ts";
import { deliveryTexts, destinationTexts } from "../i18n/texts.ts";
import { checkDestination } from "../use-cases/check-destination.ts";
import {
  handToPerson,
  pauseDestination,
  redirectDeliveries,
  resendFailed,
  type SettleRefusal,
} from "../use-cases/settle-deliveries.ts";
import { viewDelivery } from "../use-cases/view-delivery.ts";
import { viewInstallation } from "../use-cases/view-destinations.ts";
import { checkPage } from "./check-page.ts";
import { deliveryPage } from "./delivery-page.ts";
import { installationPage } from "./installation-page.ts";
import {
  deliveriesPath,
  destinationAdminPath,
  destinationsPath,
} from "./list-address.ts";
import { nothingChosen, targetProblem } from "./redirect-target.ts";
import { settledHref, type Settlement } from "./settled.ts";

const installationPath = "/betrieb/zustellungen";

/** Short names of portals by tenant, for the operator. */
export type PortalNames = () => Promise<ReadonlyMap<string, string>>;

export type SettlePorts = {
  readonly portalNames: PortalNames;
  readonly connectors: ReadonlyMap<string, Connector>;
};

type Settle = (
  request: PortalRequest,
  id: string,
) => Promise<
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: SettleRefusal }
>;

/** What a person does about deliveries: one, or all of a destination; and the operator's view of all destinations. */
export function settleRoutes({
  portalNames,
  connectors,
}: SettlePorts): readonly Route[] {
  return [
    {
      method: "POST",
      path: `${destinationsPath}/:id/pruefung`,
      audience: "staff",
      permission: "delivery.edit",
      handle: (request) => showCheck(request, connectors),
    },
    {
      method: "GET",
      path: `${deliveriesPath}/:id`,
      audience: "staff",
      permission: "delivery.read",
      handle: showDelivery,
    },
    post(`${deliveriesPath}/:id/erledigung`, "person", ({ context }, id) =>
      handToPerson(context, { deliveryId: id }),
    ),
    ...redirectRoutes,
    post(`${destinationsPath}/:id/wiederholung`, "resent", ({ context }, id) =>
      resendFailed(context, id),
    ),
    post(`${destinationsPath}/:id/pause`, "paused", ({ context }, id) =>
      pauseDestination(context, { destinationId: id, isPaused: true }),
    ),
    post(
      `${destinationsPath}/:id/fortsetzung`,
      "continued",
      ({ context }, id) =>
        pauseDestination(context, { destinationId: id, isPaused: false }),
    ),
    {
      method: "GET",
      path: installationPath,
      audience: "operator",
      scope: "installation",
      handle: (request) => showInstallation(request, portalNames),
    },
  ];
}

async function redirectTo(
  { context, fields }: PortalRequest,
  selection: { deliveryId: string } | { failedOf: string },
): ReturnType<Settle> {
  const to = fields.get("ziel") ?? "";
  return isId(to) ? redirectDeliveries(context, { selection, to }) : nothing;
}

/** Nothing was chosen: back to the page that asked, which says so at the field. */
const whereChosen = (askedAt: string, route: Route): Route => ({
  ...route,
  handle: (request) => {
    const id = request.params["id"] ?? "";
    const isChosen = (request.fields.get("ziel") ?? "") !== "";
    return isChosen || !isId(id)
      ? route.handle(request)
      : Promise.resolve(redirect(`${askedAt}/${id}?${nothingChosen}`));
  },
});

const nothing = { ok: false, refusal: { kind: "nothing-to-settle" } } as const;

function post(path: string, settlement: Settlement, settle: Settle): Route {
  return {
    method: "POST",
    path,
    audience: "staff",
    permission: "delivery.edit",
    handle: async (request) => {
      const id = request.params["id"] ?? "";
      if (!isId(id)) return showError(404);
      const result = await settle(request, id);
      if (result.ok) return redirect(settledHref(settlement));
      switch (result.refusal.kind) {
        case "not-permitted":
          return showError(403);
        case "nothing-to-settle":
          return showError(409);
      }
    },
  };
}

const redirectRoutes: readonly Route[] = [
  whereChosen(
    deliveriesPath,
    post(
      `${deliveriesPath}/:id/umleitung`,
      "redirected",
      (request, deliveryId) => redirectTo(request, { deliveryId }),
    ),
  ),
  whereChosen(
    destinationAdminPath,
    post(
      `${destinationsPath}/:id/umleitung`,
      "redirected",
      (request, failedOf) => redirectTo(request, { failedOf }),
    ),
  ),
];

async function showCheck(
  { context, locale, params }: PortalRequest,
  connectors: SettlePorts["connectors"],
): Promise<Reply> {
  const destinationId = params["id"] ?? "";
  if (!isId(destinationId)) return showError(404);
  const result = await checkDestination(context, { destinationId }, connectors);
  if (!result.ok)
    return showError(result.refusal.kind === "not-found" ? 404 : 403);
  return page({
    title: deliveryTexts(locale)("check.title", {
      destination: result.value.name,
    }),
    main: checkPage(result.value, locale),
    section: deliveriesPath,
    layout: "wide",
  });
}

async function showDelivery({
  context,
  locale,
  params,
  query,
}: PortalRequest): Promise<Reply> {
  const deliveryId = params["id"] ?? "";
  const view = isId(deliveryId)
    ? await viewDelivery(context, deliveryId)
    : undefined;
  if (!view) return showError(404);
  const { reference } = view.delivery;
  const problem = targetProblem(query, locale);
  const title = deliveryTexts(locale)("delivery.title", { reference });
  return page({
    title: problem ? destinationTexts(locale)("error-title", { title }) : title,
    scripts: problem ? ["focus-error-summary"] : [],
    main: deliveryPage({
      locale,
      view,
      problem,
      mayEdit: context.actor.may("delivery.edit"),
      mayWork: context.actor.may("vorgang.read"),
    }),
    section: deliveriesPath,
    layout: "wide",
  });
}

async function showInstallation(
  { context, locale }: PortalRequest,
  portalNames: PortalNames,
): Promise<Reply> {
  const names = await portalNames();
  return page({
    title: deliveryTexts(locale)("installation.title"),
    main: installationPage({
      locale,
      view: await viewInstallation(context),
      nameOf: (tenantId) => names.get(tenantId) ?? "–",
    }),
    section: installationPath,
    layout: "wide",
  });
}
