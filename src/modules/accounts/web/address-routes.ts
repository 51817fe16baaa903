import {
  redirect,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { reaches } from "../domain/assurance-level.ts";
import { returnPath } from "../domain/return-path.ts";
import { addressTexts } from "../i18n/address-texts.ts";
import {
  confirmAddressLink,
  readAddressQuestion,
  refuseAddressLink,
} from "../use-cases/answer-address-link.ts";
import {
  askForAddress,
  cancelAddressChange,
  faultOfAddress,
  readAddressState,
  type AddressRefusal,
} from "../use-cases/change-address.ts";
import { accountPaths } from "./account-paths.ts";
import {
  addressPage,
  addressProofPage,
  type AddressPageProps,
  type TypedAddress,
} from "./address-pages.ts";
import {
  addressAgreedPage,
  addressLinkOverPage,
  addressQuestionPage,
  addressRefusedPage,
  addressTakenPage,
} from "./address-question-pages.ts";
import type { FormError } from "./form-page.ts";
import {
  askProof,
  hasProof,
  proofError,
  proofOf,
  type ProofPorts,
} from "./proof-form.ts";

/** Another e-mail address for the account, asked for here and answered from both mailboxes. */
export function addressRoutes(ports: ProofPorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ method, path, audience: "account", scope: "any", handle });
  const guest = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({ ...route(method, path, handle), audience: "guest" });
  return [
    route("GET", accountPaths.address, (request) =>
      show(request, {
        news: request.query.has("geschickt")
          ? "sent"
          : request.query.has("abgebrochen")
            ? "cancelled"
            : undefined,
      }),
    ),
    route("POST", accountPaths.address, (request) => submit(request, ports)),
    route("POST", accountPaths.addressEnd, cancel),
    guest("GET", accountPaths.addressQuestion(":token"), ask),
    guest("POST", accountPaths.addressQuestion(":token"), confirm),
    guest("POST", accountPaths.addressRefusal(":token"), submitRefusal),
  ];
}

async function show(
  request: PortalRequest,
  said: Pick<AddressPageProps, "news" | "typed" | "error">,
): Promise<Reply> {
  const { account, accountContext, locale } = request;
  const state = await readAddressState(accountContext);
  if (!account || !state) return redirect(accountPaths.signIn);
  const maySkipOld = reaches(account.assuranceLevel, "substantial");
  return addressPage({
    locale,
    state,
    maySkipOld,
    next: nextOf(request),
    ...said,
  });
}

/** Where somebody goes on to who was asked for an address on the way; undefined for who came by themselves. */
function nextOf({ query, fields }: PortalRequest): string | undefined {
  const wanted = fields.get("weiter") ?? query.get("weiter");
  return wanted === null ? undefined : returnPath(wanted);
}

/** First the address, then the proof: a mistake is seen before mails are sent. */
async function submit(
  request: PortalRequest,
  ports: ProofPorts,
): Promise<Reply> {
  const { account, accountContext, fields, locale } = request;
  const state = await readAddressState(accountContext);
  if (!account || !state) return redirect(accountPaths.signIn);
  const typed: TypedAddress = {
    email: (fields.get("email") ?? "").trim(),
    isOldLost: fields.get("lost") === "true",
  };
  const fault = faultOfAddress(typed.email, state);
  if (fault) {
    const text = addressTexts(locale)(`page.${fault}`);
    return show(request, { typed, error: { status: 422, text } });
  }
  if (!hasProof(request)) return proofPage(request, ports, { typed });
  const asked = await askForAddress(
    accountContext,
    {
      ...typed,
      assuranceLevel: account.assuranceLevel,
      clientAddress: request.clientAddress,
      portalName: request.portal.name,
      baseUrl: request.baseUrl,
    },
    proofOf(request),
  );
  const next = nextOf(request);
  const query = new URLSearchParams({
    geschickt: "1",
    ...(next && { weiter: next }),
  });
  return asked.ok
    ? redirect(`${accountPaths.address}?${query.toString()}`)
    : proofPage(request, ports, {
        typed,
        error: refusalError(request, asked.refusal),
      });
}

function refusalError(
  request: PortalRequest,
  refusal: AddressRefusal,
): FormError {
  const t = addressTexts(request.locale);
  switch (refusal.kind) {
    case "not-proven":
    case "too-many-attempts":
      return proofError(request, refusal);
    case "level-too-low":
      return { status: 422, text: t("prove.level") };
    case "invalid":
    case "same":
      return { status: 422, text: t(`page.${refusal.kind}`) };
  }
}

async function proofPage(
  request: PortalRequest,
  ports: ProofPorts,
  said: { readonly typed: TypedAddress; readonly error?: FormError },
): Promise<Reply> {
  const { accountContext, locale } = request;
  const state = await readAddressState(accountContext);
  const proof = await askProof(request, ports, accountPaths.address);
  return state && proof
    ? addressProofPage({ locale, state, proof, next: nextOf(request), ...said })
    : redirect(accountPaths.signIn);
}

async function cancel({ accountContext }: PortalRequest): Promise<Reply> {
  await cancelAddressChange(accountContext);
  return redirect(`${accountPaths.address}?abgebrochen=1`);
}

async function ask({
  accountContext,
  locale,
  params,
}: PortalRequest): Promise<Reply> {
  const token = params["token"] ?? "";
  const question = await readAddressQuestion(accountContext, token);
  return question
    ? addressQuestionPage({ locale, token }, question)
    : addressLinkOverPage(locale);
}

async function confirm(request: PortalRequest): Promise<Reply> {
  const { accountContext, locale, params } = request;
  const confirmed = await confirmAddressLink(
    accountContext,
    params["token"] ?? "",
  );
  if (confirmed.ok)
    return addressAgreedPage(
      locale,
      confirmed.value.isFirst
        ? "first"
        : confirmed.value.isMoved
          ? "moved"
          : "agreed",
    );
  switch (confirmed.refusal.kind) {
    case "link-over":
      return addressLinkOverPage(locale);
    case "not-signed-in":
      return ask(request);
    case "address-taken":
      return addressTakenPage(locale);
  }
}

async function submitRefusal({
  accountContext,
  locale,
  params,
}: PortalRequest): Promise<Reply> {
  const side = await refuseAddressLink(accountContext, params["token"] ?? "");
  return side === undefined
    ? addressLinkOverPage(locale)
    : addressRefusedPage(locale, side);
}
