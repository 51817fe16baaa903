import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import type { ProtocolRefusal } from "../domain/sign-in-protocol.ts";
import { federationTexts } from "../i18n/texts.ts";

type Failure = {
  readonly locale: Locale;
  readonly providerName: string;
  readonly returnPath: string;
  readonly refusal: ProtocolRefusal;
};

const statusOf: Record<ProtocolRefusal["kind"], number> = {
  cancelled: 200,
  "level-not-reached": 403,
  "not-valid": 400,
  refused: 502,
  unavailable: 503,
};

/** Signing in came to nothing: why in plain words, and what to do. Nothing that was typed is lost. */
export function failurePage(failure: Failure): Page {
  const { locale, providerName: name, returnPath, refusal } = failure;
  const t = federationTexts(locale);
  return page({
    title: t("failed.title"),
    section: "/konto",
    status: statusOf[refusal.kind],
    main: html`${pageHeading({
      title: t("failed.title"),
      preline: t("failed.preline", { name }),
    })}
    ${alert({
      kind: refusal.kind === "cancelled" ? "info" : "warning",
      title: t(reasonOf(refusal), { name }),
      body: html`<p>${t("failed.draft")}</p>`,
    })}
    ${waysOn(returnPath, locale)}`,
  });
}

/** This client has begun too often. What was typed is kept, and a guest can go on. */
export function tooManyPage({
  locale,
  returnPath,
  retryAfterSeconds,
}: Pick<Failure, "locale" | "returnPath"> & {
  readonly retryAfterSeconds: number;
}): Page {
  const t = federationTexts(locale);
  return page({
    title: t("too-many.title"),
    section: "/konto",
    status: 429,
    retryAfterSeconds,
    main: html`${pageHeading({
        title: t("too-many.title"),
        lead: t("too-many.lead", {
          minutes: Math.ceil(retryAfterSeconds / 60),
        }),
      })}
      <p class="kern-body">${t("failed.draft")}</p>
      ${waysOn(returnPath, locale)}`,
  });
}

/** Another way to sign in, or on without. */
function waysOn(returnPath: string, locale: Locale): SafeHtml {
  const t = federationTexts(locale);
  const query = new URLSearchParams({ zurueck: returnPath });
  return buttonRow(
    linkButton({
      label: t("failed.again"),
      href: `/anmelden?${query.toString()}`,
    }),
    linkButton({
      label: t("failed.back"),
      href: withoutSignIn(returnPath),
      variant: "secondary",
    }),
  );
}

/** Reasons that the person can do something about have a text of their own. */
function reasonOf(refusal: ProtocolRefusal) {
  const told =
    "reason" in refusal &&
    ownReasons.find((reason) => reason === refusal.reason);
  return told
    ? (`failed.${told}` as const)
    : (`failed.${refusal.kind}` as const);
}

const ownReasons = [
  "no-lasting-account",
  "required-attributes-missing",
] as const;

/** The account itself cannot be shown without signing in. */
const withoutSignIn = (path: string) =>
  path.startsWith("/konto") ? "/" : path;

/** The attempt is over, unknown, or another browser's: all the same to whoever stands here. */
export function overPage({
  locale,
  isInstallation,
}: {
  readonly locale: Locale;
  readonly isInstallation: boolean;
}): Page {
  const t = federationTexts(locale);
  return page({
    title: t("over.title"),
    section: "/konto",
    status: 404,
    main: html`${pageHeading({ title: t("over.title"), lead: t("over.lead") })}
    ${isInstallation && html`<p class="kern-body">${t("over.installation")}</p>`}
    ${buttonRow(
      isInstallation
        ? linkButton({ label: t("over.portals"), href: "/" })
        : linkButton({ label: t("over.again"), href: "/anmelden" }),
    )}`,
  });
}

type Question = {
  readonly locale: Locale;
  readonly providerName: string;
  readonly returnPath: string;
  /** Page that takes the choice. */
  readonly action: string;
  /** Who is signed in. */
  readonly accountName: string;
};

/** Asks before an identity becomes part of the account that is signed in. */
export function linkPage(
  question: Question & { readonly personName: string },
): Page {
  const { locale, providerName: name, accountName, personName } = question;
  const t = federationTexts(locale);
  const person = { name, account: accountName, person: personName };
  return page({
    title: t("link.title", { name }),
    section: "/konto",
    main: html`${pageHeading({
        title: t("link.title", { name }),
        lead: t("link.lead", person),
      })}
      <p class="kern-body">${t("link.effect")}</p>
      ${alert({ kind: "warning", title: t("link.warning", { name }) })}
      ${choices(question, [
        button({
          label: t("link.confirm"),
          name: "wahl",
          value: "verknuepfen",
        }),
        button({
          label: t("link.separate", person),
          name: "wahl",
          value: "getrennt",
          variant: "secondary",
        }),
      ])}`,
  });
}

/** The identity is somebody else's: an account speaks for one person. */
export function otherPersonPage({
  locale,
  providerName: name,
  returnPath,
  accountName,
}: Question): Page {
  const t = federationTexts(locale);
  return page({
    title: t("person.title"),
    section: "/konto",
    status: 409,
    main: html`${pageHeading({
        title: t("person.title"),
        lead: t("person.lead", { name, account: accountName }),
      })}
      <p class="kern-body">${t("person.what")}</p>
      ${buttonRow(linkButton({ label: t("person.back"), href: returnPath }))}`,
  });
}

/** The identity is that of another account: which one shall it be? */
export function otherAccountPage(question: Question): Page {
  const { locale, providerName: name, accountName } = question;
  const t = federationTexts(locale);
  return page({
    title: t("other.title", { name }),
    section: "/konto",
    status: 409,
    main: html`${pageHeading({
        title: t("other.title", { name }),
        lead: t("other.lead", { account: accountName }),
      })}
      <p class="kern-body">${t("other.what", { name })}</p>
      ${choices(question, [
        button({
          label: t("other.merge"),
          name: "wahl",
          value: "zusammenfuehren",
        }),
        button({
          label: t("other.separate", { name }),
          name: "wahl",
          value: "getrennt",
          variant: "secondary",
        }),
      ])}`,
  });
}

/** The session that asked for a surer proof is over. */
export function sessionOverPage({
  locale,
  providerName: name,
  returnPath,
}: Pick<Question, "locale" | "providerName" | "returnPath">): Page {
  const t = federationTexts(locale);
  const query = new URLSearchParams({ zurueck: returnPath });
  return page({
    title: t("session-over.title"),
    section: "/konto",
    status: 403,
    main: html`${pageHeading({
      title: t("session-over.title"),
      lead: t("session-over.lead", { name }),
    })}
    ${alert({ kind: "info", title: t("failed.draft") })}
    ${buttonRow(
      linkButton({
        label: t("over.again"),
        href: `/anmelden?${query.toString()}`,
      }),
    )}`,
  });
}

function choices(
  { locale, action, returnPath }: Question,
  buttons: readonly SafeHtml[],
): SafeHtml {
  const t = federationTexts(locale);
  return html`<form method="post" action="${action}">
    ${buttonRow(
      ...buttons,
      linkButton({
        label: t("link.cancel"),
        href: returnPath,
        variant: "tertiary",
      }),
    )}
  </form>`;
}
