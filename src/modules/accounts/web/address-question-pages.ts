import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { addressTexts } from "../i18n/address-texts.ts";
import type { AddressQuestion } from "../use-cases/answer-address-link.ts";
import { accountPaths } from "./account-paths.ts";

type Asked = { readonly locale: Locale; readonly token: string };

/** Behind the link of the mail: yes, or "that was not me". */
export function addressQuestionPage(
  { locale, token }: Asked,
  question: AddressQuestion,
): Page {
  const t = addressTexts(locale);
  const { side, isConfirmed, email = "" } = question;
  return page({
    title: t(`question.${side}.title`),
    section: "/konto",
    main: html`${pageHeading({
        title: t(`question.${side}.title`),
        lead: t(`question.${side}.lead`, { email }),
      })}
      ${
        isConfirmed
          ? html`<p>
              ${t(side === "old" ? "question.old.agreed" : "question.agreed")}
            </p>`
          : agreement({ locale, token }, question)
      }
      <form method="post" action="${accountPaths.addressRefusal(token)}">
        ${button({ label: t("question.no"), variant: "secondary" })}
      </form>`,
  });
}

/** The new address agrees in the account's own session only. */
function agreement(
  { locale, token }: Asked,
  { side, isOwn }: AddressQuestion,
): SafeHtml {
  const t = addressTexts(locale);
  const path = accountPaths.addressQuestion(token);
  if (side === "old" || isOwn)
    return html`<form method="post" action="${path}">
      ${button({ label: t("question.yes") })}
    </form>`;
  const query = new URLSearchParams({ zurueck: path }).toString();
  return html`<p>${t("question.new.sign-in")}</p>
    ${linkButton({ label: t("question.new.sign-in.button"), href: `${accountPaths.signIn}?${query}` })}`;
}

/** After a yes: the other address is still to answer, or the account has moved. */
export function addressAgreedPage(
  locale: Locale,
  what: "first" | "moved" | "agreed",
): Page {
  const t = addressTexts(locale);
  return page({
    title: t(`${what}.title`),
    section: "/konto",
    main: html`${pageHeading({ title: t(`${what}.title`), lead: t(`${what}.lead`) })}
    ${linkButton({ label: t("moved.link"), href: accountPaths.security, variant: "secondary" })}`,
  });
}

/** Shown to who owns the mailbox and is signed in: nobody learns of a stranger's account. */
export function addressTakenPage(locale: Locale): Page {
  const t = addressTexts(locale);
  return page({
    status: 409,
    title: t("taken.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("taken.title"), lead: t("taken.lead") })}
      <ul class="kern-list kern-list--bullet">
        <li>${t("taken.1")}</li>
        <li>${t("taken.2")}</li>
      </ul>`,
  });
}

/** After "that was not me": what has been done, and what the owner does now. */
export function addressRefusedPage(
  locale: Locale,
  side: AddressQuestion["side"],
): Page {
  const t = addressTexts(locale);
  return page({
    title: t("refused.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("refused.title"), lead: t(`refused.${side}.lead`) })}
    ${
      side === "old" &&
      section({
        title: t("refused.old.title"),
        body: html`<ol class="kern-list kern-list--number">
            <li>${t("refused.old.1")}</li>
            <li>${t("refused.old.2")}</li>
            <li>${t("refused.old.3")}</li>
          </ol>
          ${linkButton({ label: t("refused.old.button"), href: accountPaths.forgotten })}`,
      })
    }`,
  });
}

/** A link that was answered, cancelled or is too old. */
export function addressLinkOverPage(locale: Locale): Page {
  const t = addressTexts(locale);
  return page({
    status: 410,
    title: t("over.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("over.title"), lead: t("over.lead") })}
    ${linkButton({ label: t("moved.link"), href: accountPaths.security, variant: "secondary" })}`,
  });
}
