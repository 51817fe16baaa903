import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { SignInWay } from "../ports.ts";
import type { OfferedMerge } from "../use-cases/merge-accounts.ts";
import type { AccountOverview } from "../use-cases/read-overview.ts";
import { accountPaths } from "./account-paths.ts";
import type { FormError } from "./form-page.ts";
import { proofPage, type AskedProof } from "./proof-form.ts";

export type IdentitiesPageProps = {
  readonly locale: Locale;
  readonly identities: AccountOverview["identities"];
  readonly ways: readonly SignInWay[];
  /** What has just happened; the last means to sign in cannot be unlinked. */
  readonly news: IdentityNews | undefined;
};

export type IdentityNews = "merged" | "unlinked" | "last-means";

/** What the account is linked with, and what it can be linked with. */
export function identitiesPage(props: IdentitiesPageProps): Page {
  const { locale, identities, news } = props;
  const t = accountsTexts(locale);
  return page({
    status: news === "last-means" ? 409 : 200,
    title: t("identities.title"),
    section: accountPaths.start,
    main: html`${
      news &&
      alert({
        kind: news === "last-means" ? "warning" : "success",
        title: t(`identities.${news}`),
        isAnnounced: true,
      })
    }
    ${pageHeading({ title: t("identities.title"), lead: t("identities.lead") })}
    ${
      identities.length === 0
        ? emptyState({
            title: t("identities.empty.title"),
            body: t("identities.empty.body"),
          })
        : identities.map((identity) => identitySection(identity, props))
    }
    ${linkSection(props)}`,
  });
}

function identitySection(
  identity: AccountOverview["identities"][number],
  { locale, ways }: IdentitiesPageProps,
): SafeHtml {
  const t = accountsTexts(locale);
  const name = nameOf(identity.provider, { locale, ways });
  return section({
    title: name,
    body: html`${definitionRows([
      {
        term: t("export.level"),
        value: badge("info", t(`level.${identity.assuranceLevel}`)),
      },
      {
        term: t("identities.linked"),
        value: formatDate(identity.linkedAt, locale),
      },
    ])}
    ${linkButton({
      label: t("identities.unlink"),
      context: name,
      href: accountPaths.unlink(identity.id),
      variant: "secondary",
    })}`,
  });
}

/** Which proof is to go, what that means, and whether it is the owner who says so. */
export function unlinkPage({
  locale,
  ways,
  identity,
  proof,
  error,
}: Pick<IdentitiesPageProps, "locale" | "ways"> & {
  readonly identity: { readonly id: string; readonly provider: string };
  readonly proof: AskedProof;
  readonly error: FormError | undefined;
}): Page {
  const t = accountsTexts(locale);
  const name = nameOf(identity.provider, { locale, ways });
  return proofPage(locale, {
    title: t("unlink.title"),
    lead: t("unlink.lead"),
    facts: [{ term: t("unlink.what"), value: name }],
    action: accountPaths.unlink(identity.id),
    label: t("unlink.button"),
    variant: "primary",
    proof,
    error,
    back: { href: accountPaths.identities, label: t("unlink.cancel") },
  });
}

function linkSection({
  locale,
  ways,
  identities,
}: IdentitiesPageProps): SafeHtml | false {
  const t = accountsTexts(locale);
  const others = ways.filter(
    ({ key }) => !identities.some(({ provider }) => provider === key),
  );
  const query = new URLSearchParams({
    zurueck: accountPaths.identities,
  }).toString();
  return (
    others.length > 0 &&
    section({
      title: t("identities.link.title"),
      body: html`<p>${t("identities.link.lead")}</p>
        <ul class="portal-ways">
          ${others.map(
            (way) =>
              html`<li>
                <p>${way.description}</p>
                ${
                  way.isDown
                    ? alert({ kind: "warning", title: t("sign-in.way.down") })
                    : linkButton({
                        label: t("identities.link", { name: way.name }),
                        href: `${way.path}?${query}`,
                        variant: "secondary",
                      })
                }
              </li>`,
          )}
        </ul>`,
    })
  );
}

/** The provider's name as people know it; its key where it is no longer offered. */
function nameOf(
  provider: string,
  { locale, ways }: Pick<IdentitiesPageProps, "locale" | "ways">,
): string {
  const t = accountsTexts(locale);
  return provider === "counter"
    ? t("identities.counter")
    : (ways.find(({ key }) => key === provider)?.name ?? provider);
}

/** Both accounts were proven: one of two? */
export function mergePage({
  locale,
  offer,
  ways,
}: {
  readonly locale: Locale;
  readonly offer: OfferedMerge;
  readonly ways: readonly SignInWay[];
}): Page {
  const t = accountsTexts(locale);
  const { providers } = offer;
  return page({
    title: t("merge.title"),
    section: accountPaths.start,
    main: html`${pageHeading({ title: t("merge.title"), lead: t("merge.lead") })}
      ${section({
        title: t("merge.other"),
        body: definitionRows([
          { term: t("account.name"), value: offer.displayName },
          {
            term: t("account.since"),
            value: formatDate(offer.createdAt, locale),
          },
          {
            term: t("identities.title"),
            value: providers
              .map((provider) => nameOf(provider, { locale, ways }))
              .join(", "),
          },
        ]),
      })}
      <ul class="kern-list">
        <li>${t("merge.moves")}</li>
        <li>${t("merge.stays")}</li>
        <li>${t("merge.final")}</li>
      </ul>
      <form method="post" action="${accountPaths.merge}">
        ${button({ label: t("merge.button") })}
      </form>
      <p>
        <a class="kern-link" href="${accountPaths.identities}"
          >${t("merge.cancel")}</a
        >
      </p>`,
  });
}

/** Other people were proven for the two accounts. Nothing of the other one is shown. */
export function mergeRefusedPage(locale: Locale): Page {
  const t = accountsTexts(locale);
  return page({
    status: 409,
    title: t("merge.refused.title"),
    section: accountPaths.start,
    main: html`${pageHeading({ title: t("merge.refused.title"), lead: t("merge.refused.lead") })}
      <p>${t("merge.refused.name")}</p>
      ${linkButton({
        label: t("merge.refused.back"),
        href: accountPaths.identities,
        variant: "secondary",
      })}`,
  });
}
