import { isId } from "../../../platform/values/id.ts";
import {
  page,
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { deliveryTexts } from "../i18n/texts.ts";
import { listDeliveries } from "../use-cases/list-deliveries.ts";
import { resendDelivery } from "../use-cases/resend-delivery.ts";
import { viewDestinations } from "../use-cases/view-destinations.ts";
import { deliveriesPage } from "./deliveries-page.ts";
import { deliveriesPath, listHref, readListQuery } from "./list-address.ts";
import { readSettled } from "./settled.ts";

/** For caseworkers: what has arrived, what waits and why, and sending again. */
export const listRoutes: readonly Route[] = [
  {
    method: "GET",
    path: deliveriesPath,
    audience: "staff",
    permission: "delivery.read",
    handle: showDeliveries,
  },
  {
    method: "POST",
    path: `${deliveriesPath}/:id/wiederholung`,
    audience: "staff",
    permission: "delivery.edit",
    handle: sendAgain,
  },
];

async function showDeliveries(request: PortalRequest): Promise<Reply> {
  const { context, locale, query } = request;
  const filter = readListQuery(query);
  const result = await listDeliveries(context, filter);
  if (!result.ok) return showError(403);
  return page({
    title: deliveryTexts(locale)("list.title"),
    main: deliveriesPage({
      locale,
      now: context.now,
      list: result.value,
      mayResend: context.actor.may("delivery.edit"),
      wasResent: query.has("erneut"),
      isFirstPage: filter.after === undefined,
      settled: readSettled(query),
      view: await viewDestinations(context),
    }),
    section: deliveriesPath,
    layout: "wide",
  });
}

async function sendAgain(request: PortalRequest): Promise<Reply> {
  const { context, params, fields } = request;
  const deliveryId = params["id"] ?? "";
  if (!isId(deliveryId)) return showError(404);
  const result = await resendDelivery(context, { deliveryId });
  if (result.ok) {
    const { state = "waiting" } = readListQuery(fields);
    return redirect(`${listHref({ state })}&erneut=1`);
  }
  switch (result.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showError(404);
    case "already-delivered":
      return showError(409);
  }
}
