import { formatDay } from "../../../platform/i18n/dates.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  redirect,
  showError,
  type Page,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { representationTexts } from "../i18n/texts.ts";
import {
  acceptInvitation,
  isInvitationOpen,
  readInvitation,
  type InvitationView,
} from "../use-cases/invitation.ts";
import { scopeText } from "./mandate-words.ts";
import { representationPaths } from "./paths.ts";

/** The page behind the link in a mail. Guests learn only that there is an invitation; what it is, who signs in. */
export function invitationRoutes(): readonly Route[] {
  const path = representationPaths.invitation(":schluessel");
  const common = { path, scope: "any", guessable: true } as const;
  return [
    { method: "GET", audience: "guest", ...common, handle: showInvitation },
    { method: "POST", audience: "account", ...common, handle: accept },
  ];
}

async function showInvitation(request: PortalRequest): Promise<Reply> {
  const { account, accountContext, locale, params } = request;
  const token = params["schluessel"] ?? "";
  if (!account)
    return (await isInvitationOpen(accountContext, token))
      ? signInPage(locale, token)
      : gonePage(locale);
  const invitation = await readInvitation(accountContext, token);
  return invitation
    ? invitationPage({ locale, token, invitation, as: account.displayName })
    : gonePage(locale);
}

async function accept(request: PortalRequest): Promise<Reply> {
  const { accountContext, locale, params } = request;
  const accepted = await acceptInvitation(
    accountContext,
    params["schluessel"] ?? "",
  );
  if (accepted.ok)
    return redirect(
      accepted.value.kind === "mandate"
        ? representationPaths.mandates
        : representationPaths.organisations,
    );
  switch (accepted.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return gonePage(locale);
    case "is-own":
    case "is-member":
      return refusedPage(locale, accepted.refusal.kind);
  }
}

function signInPage(locale: Locale, token: string): Page {
  const t = representationTexts(locale);
  const zurueck = representationPaths.invitation(token);
  return page({
    title: t("invitation.sign-in.title"),
    section: "/konto",
    main: html`${pageHeading({
      title: t("invitation.sign-in.title"),
      lead: t("invitation.sign-in.lead"),
    })}
    ${linkButton({
      label: t("invitation.sign-in.button"),
      href: `/anmelden?${new URLSearchParams({ zurueck }).toString()}`,
    })}`,
  });
}

/** 404 with words of its own: whoever comes too late must know what to do. */
function gonePage(locale: Locale): Page {
  const t = representationTexts(locale);
  return page({
    status: 404,
    title: t("invitation.gone.title"),
    section: "/konto",
    main: pageHeading({
      title: t("invitation.gone.title"),
      lead: t("invitation.gone"),
    }),
  });
}

function refusedPage(locale: Locale, why: "is-own" | "is-member"): Page {
  const t = representationTexts(locale);
  return page({
    status: 409,
    title: t("invitation.title"),
    section: "/konto",
    main: pageHeading({
      title: t("invitation.title"),
      lead: t(why === "is-own" ? "invitation.own" : "invitation.member"),
    }),
  });
}

type InvitationPageProps = {
  readonly locale: Locale;
  readonly token: string;
  readonly invitation: InvitationView;
  /** Name of the account that would accept. */
  readonly as: string;
};

function invitationPage(props: InvitationPageProps): Page {
  const { locale, token, invitation } = props;
  const t = representationTexts(locale);
  const { kind, from } = invitation;
  const name = invitation.kind === "organisation" ? invitation.name : "";
  const title = t(`invitation.${kind}.title`, { from, name });
  const isOwn = invitation.kind === "mandate" && invitation.isOwn;
  return page({
    title,
    section: "/konto",
    main: html`${pageHeading({ title, lead: t(`invitation.${kind}.lead`, { from, name }) })}
    ${facts(props)}
    ${
      isOwn
        ? alert({ kind: "info", title: t("invitation.own") })
        : html`<p>${t(`invitation.${kind}.consequence`, { from })}</p>
            <form
              method="post"
              action="${representationPaths.invitation(token)}"
            >
              ${button({ label: t("invitation.accept") })}
            </form>`
    }`,
  });
}

function facts({ locale, invitation, as }: InvitationPageProps): SafeHtml {
  const t = representationTexts(locale);
  const rows =
    invitation.kind === "organisation"
      ? [
          {
            term: t("members.role"),
            value: html`${t(`role.${invitation.role}`)}<br />${t(`role.${invitation.role}.hint`)}`,
          },
        ]
      : [
          {
            term: t("mandates.scope"),
            value: scopeText(invitation.scopeLabel, locale),
          },
          {
            term: t("mandates.until"),
            value: formatDay(invitation.validUntil, locale),
          },
        ];
  return definitionRows([
    { term: t("invitation.from"), value: invitation.from },
    ...rows,
    { term: t("invitation.as"), value: as },
  ]);
}
