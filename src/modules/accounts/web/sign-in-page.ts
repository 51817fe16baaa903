import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { reaches, type AssuranceLevel } from "../domain/assurance-level.ts";
import { factorTexts } from "../i18n/factor-texts.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { SignInWay } from "../ports.ts";
import { passkeyScript } from "./passkey-form.ts";
import { passkeySignIn } from "./passkey-sign-in.ts";

export type SignInPageProps = {
  readonly locale: Locale;
  /** Where to go afterwards; checked before it came here. */
  readonly back: string;
  /** The level that the page behind needs; `none` where any will do. */
  readonly neededLevel: AssuranceLevel;
  /** Somebody is signed in, but their level is too low. */
  readonly isStepUp: boolean;
  /** This portal offers Leistungen; the installation's own does not. */
  readonly hasLeistungen: boolean;
  readonly ways: readonly SignInWay[];
  /** An attempt with a passkey has just failed. */
  readonly isPasskeyRefused?: boolean;
};

/** All ways to sign in with what each can do; never a dead end. */
export function signInPage(props: SignInPageProps): Page {
  const { locale } = props;
  const t = accountsTexts(locale);
  return page({
    title: t("sign-in.title"),
    section: "/konto",
    scripts: [passkeyScript],
    main: html`${pageHeading({ title: t("sign-in.title"), lead: t("sign-in.lead") })}
    ${reason(props)} ${passkeyTrouble(props)} ${passkeySignIn(props)}
    ${waysSection(props)} ${guestSection(props)}`,
  });
}

function passkeyTrouble({
  locale,
  isPasskeyRefused,
}: SignInPageProps): SafeHtml | false {
  const title = factorTexts(locale)("passkey.sign-in.refused");
  return (
    isPasskeyRefused === true &&
    alert({ kind: "danger", title, isAnnounced: true })
  );
}

function guestSection({
  locale,
  hasLeistungen,
}: SignInPageProps): SafeHtml | false {
  const t = accountsTexts(locale);
  return (
    hasLeistungen &&
    section({
      title: t("sign-in.guest.title"),
      body: html`<p>${t("sign-in.guest")}</p>
        <p>
          <a class="kern-link" href="/leistungen">${t("sign-in.guest.link")}</a>
        </p>`,
    })
  );
}

function reason({
  locale,
  neededLevel,
  back,
}: SignInPageProps): SafeHtml | false {
  const t = accountsTexts(locale);
  if (neededLevel !== "none" && neededLevel !== "low")
    return alert({
      kind: "info",
      title: t("sign-in.needs-level", { level: t(`level.${neededLevel}`) }),
    });
  return (
    back !== "/konto" && alert({ kind: "info", title: t("sign-in.needs") })
  );
}

function waysSection(props: SignInPageProps): SafeHtml | false {
  const { ways, locale, neededLevel } = props;
  const t = accountsTexts(locale);
  const useful = ways.filter((way) => reaches(way.assuranceLevel, neededLevel));
  return (
    useful.length > 0 &&
    section({
      title: t("sign-in.ways"),
      body: html`<p>${t("sign-in.ways.hint")}</p>
        <ul class="portal-ways">
          ${useful.map((way) => wayItem(way, props))}
        </ul>`,
    })
  );
}

function wayItem(
  way: SignInWay,
  { locale, back, neededLevel }: SignInPageProps,
): SafeHtml {
  const t = accountsTexts(locale);
  const query = new URLSearchParams({ zurueck: back, niveau: neededLevel });
  return html`<li>
    <h3 class="kern-heading-small">${way.name}</h3>
    <p>${way.description}</p>
    <p>
      ${t("sign-in.way.level", { level: t(`level.${way.assuranceLevel}`) })}
    </p>
    ${
      way.isDown
        ? alert({ kind: "warning", title: t("sign-in.way.down") })
        : linkButton({
            label: t("sign-in.way.button", { name: way.name }),
            href: `${way.path}?${query.toString()}`,
            variant: "secondary",
          })
    }
  </li>`;
}
