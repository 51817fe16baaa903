import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { select } from "../../../ui/select.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { Draft, DraftFault } from "../domain/bescheid.ts";
import type { Text } from "../domain/text.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import { openPlaceholders } from "../use-cases/fix-document.ts";
import type { OpenedBescheid } from "../use-cases/read-bescheid.ts";
import { bescheidPaths } from "./bescheide-paths.ts";
import { letterText } from "./letter-text.ts";

export const draftFields = {
  addressee: "empfaenger",
  subject: "betreff",
  body: "text",
  remedy: "belehrung",
  module: "baustein",
  revision: "fassung",
  action: "aktion",
} as const;

export const draftActions = {
  save: "speichern",
  insert: "einfuegen",
  finish: "fertig",
} as const;

/** What was typed and what is wrong with it. */
export type DraftInput = {
  readonly draft: Draft;
  readonly problem:
    | { readonly kind: "changed-meanwhile" }
    | { readonly kind: "faults"; readonly faults: readonly DraftFault[] }
    | {
        readonly kind: "open-placeholders";
        readonly names: readonly string[];
      };
};

export type DraftPageProps = {
  readonly locale: Locale;
  readonly opened: OpenedBescheid;
  readonly modules: readonly Text[];
  readonly input?: DraftInput | undefined;
};

type PartError = {
  readonly part: keyof Draft;
  readonly text: string;
};

/** Writing: everything typed comes back, whatever is wrong with it. */
export function draftPage(props: DraftPageProps): Page {
  const { locale, opened, input } = props;
  const t = bescheideTexts(locale);
  const { bescheid } = opened;
  const errors = errorsOf(props);
  const title = t("draft.title");
  const hasFault = input !== undefined;
  return page({
    status: statusOf(input),
    title: hasFault ? t("error-title", { title }) : title,
    section: bescheidPaths.waiting,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${backLink({
        label: t("draft.back"),
        href: bescheidPaths.vorgang(bescheid.vorgangId),
      })}
      ${errorSummary({
        errors: errors.map(({ part, text }) => ({
          fieldId: draftFields[part],
          text,
        })),
        locale,
      })}
      ${pageHeading({
        title,
        lead: t("draft.lead", {
          leistung: bescheid.leistungTitle,
          reference: bescheid.reference,
        }),
      })}
      ${hasFault ? changedAlert(props) : notices(props)}
      ${draftForm(props, errors)}
      <p class="kern-body">
        ${link(bescheidPaths.pdf(bescheid.id), t("draft.preview"))}<br />
        ${t("draft.saved", { at: formatDateTime(bescheid.changedAt, locale) })}
      </p>
      <p class="kern-body">
        ${link(bescheidPaths.discarding(bescheid.id), t("draft.discard"))}
      </p>`,
  });
}

function statusOf(input: DraftInput | undefined): number {
  if (!input) return 200;
  return input.problem.kind === "changed-meanwhile" ? 409 : 422;
}

function errorsOf({ input, locale }: DraftPageProps): readonly PartError[] {
  const t = bescheideTexts(locale);
  const problem = input?.problem;
  if (problem?.kind === "open-placeholders")
    return [
      {
        part: "body",
        text: t("draft.open-placeholders", { names: listed(problem.names) }),
      },
    ];
  if (problem?.kind !== "faults") return [];
  return problem.faults.map((fault) => ({
    part: partOf(fault),
    text: t(`draft.${fault}`),
  }));
}

function partOf(fault: DraftFault): keyof Draft {
  const parts = ["addressee", "subject", "body", "remedy"] as const;
  return parts.find((part) => fault.startsWith(part)) ?? "body";
}

function listed(names: readonly string[]): string {
  return names.map((name) => `{{${name}}}`).join(", ");
}

/** The text that came meanwhile, beside the one that was typed. */
function changedAlert({
  locale,
  opened,
  input,
}: DraftPageProps): SafeHtml | false {
  if (input?.problem.kind !== "changed-meanwhile") return false;
  const t = bescheideTexts(locale);
  return html`${alert({
    kind: "warning",
    title: t("draft.changed.title"),
    body: t("draft.changed.body"),
    isRefusal: true,
  })}
  ${accordion({
    title: t("draft.changed.stored"),
    body: letterText(opened.draft, t("draft.remedy")),
  })}`;
}

function notices({ locale, opened }: DraftPageProps): SafeHtml {
  const t = bescheideTexts(locale);
  const { returnReason, draft } = opened;
  const open = openPlaceholders(draft);
  return html`${
    returnReason !== undefined &&
    alert({
      kind: "warning",
      title: t("draft.returned.title"),
      body: html`<div class="kern-body">${textBlock(returnReason)}</div>`,
    })
  }
  ${
    open.length > 0 &&
    alert({
      kind: "info",
      title: t("draft.open.title"),
      body: t("draft.open.body", { names: listed(open) }),
    })
  }`;
}

function draftForm(
  props: DraftPageProps,
  errors: readonly PartError[],
): SafeHtml {
  const { locale, opened, input } = props;
  const t = bescheideTexts(locale);
  const { bescheid } = opened;
  const draft = input?.draft ?? opened.draft;
  const part = (name: keyof Draft) => ({
    name: draftFields[name],
    label: t(`draft.${name}`),
    value: draft[name],
    error: errors.find((it) => it.part === name)?.text,
    locale,
  });
  return html`<form
    method="post"
    action="${bescheidPaths.bescheid(bescheid.id)}"
    novalidate
  >
    <input
      type="hidden"
      name="${draftFields.revision}"
      value="${bescheid.revision}"
    />
    <p class="kern-body">
      <strong
        >${t("draft.outcome", { outcome: t(`outcome.${bescheid.outcome}`) })}</strong
      >
    </p>
    ${textarea({ ...part("addressee"), hint: t("draft.addressee.hint"), rows: 4 })}
    ${textInput({ ...part("subject"), autocomplete: "off" })}
    ${textarea({ ...part("body"), hint: t("draft.body.hint"), rows: 20 })}
    ${moduleChoice(props)}
    ${textarea({ ...part("remedy"), hint: t("draft.remedy.hint"), rows: 8 })}
    ${buttonRow(
      button({
        label: t("draft.finish"),
        name: draftFields.action,
        value: draftActions.finish,
      }),
      button({
        label: t("draft.save"),
        variant: "secondary",
        name: draftFields.action,
        value: draftActions.save,
      }),
    )}
  </form>`;
}

function moduleChoice({ locale, modules }: DraftPageProps): SafeHtml | false {
  const t = bescheideTexts(locale);
  return (
    modules.length > 0 &&
    html`${select({
      name: draftFields.module,
      label: t("draft.module"),
      hint: t("draft.module.hint"),
      options: modules.map(({ id, name }) => ({ value: id, label: name })),
      locale,
    })}
    ${buttonRow(
      button({
        label: t("draft.module.insert"),
        variant: "secondary",
        name: draftFields.action,
        value: draftActions.insert,
      }),
    )}`
  );
}

/** Asks before a draft is gone. */
export function discardPage(
  { bescheid }: OpenedBescheid,
  locale: Locale,
): Page {
  const t = bescheideTexts(locale);
  return page({
    title: t("draft.discard.title"),
    section: bescheidPaths.waiting,
    main: confirmation({
      question: t("draft.discard.title"),
      consequence: t("draft.discard.consequence"),
      action: bescheidPaths.discarding(bescheid.id),
      hiddenFields: html`<input
        type="hidden"
        name="${draftFields.revision}"
        value="${bescheid.revision}"
      />`,
      confirmLabel: t("draft.discard.confirm"),
      cancel: {
        label: t("draft.discard.cancel"),
        href: bescheidPaths.bescheid(bescheid.id),
      },
    }),
  });
}
