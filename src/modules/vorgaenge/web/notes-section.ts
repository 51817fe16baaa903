import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import { button } from "../../../ui/button.ts";
import { select } from "../../../ui/select.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { textarea } from "../../../ui/textarea.ts";
import { mayTakeBack, type InternalNote } from "../domain/internal-note.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import { errorAt } from "./vorgang-input.ts";
import type { VorgangPageProps } from "./vorgang-page-props.ts";
import { colleagueOption } from "./colleague-option.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form's fields. */
export const noteFields = { text: "notiz", mentioned: "an" } as const;

/** What colleagues wrote for each other, and writing more. */
export function notesSection(props: VorgangPageProps): VorgangSection {
  const { locale, opened, mayEdit } = props;
  const t = vorgaengeTexts(locale);
  const { notes } = opened.collaboration;
  return {
    id: "notizen",
    title: t("notes.title"),
    body: html`<p class="portal-muted">${t("notes.lead")}</p>
      ${
        notes.length > 0 &&
        html`<ol class="portal-list portal-messages" role="list">
          ${notes.map((note) => entry(note, props))}
        </ol>`
      }
      ${mayEdit && form(props)}`,
  };
}

function entry(note: InternalNote, props: VorgangPageProps): SafeHtml {
  const { locale, staffNames, ownId, now, opened, mayEdit } = props;
  const t = vorgaengeTexts(locale);
  const nameOf = (id: string) =>
    staffNames.get(id) ?? t("vorgang.unknown-staff");
  const mentioned = note.mentionedIds.map(nameOf).join(", ");
  return html`<li>
    <p class="kern-body">
      <strong>${nameOf(note.authorId)}</strong> ·
      ${formatDateTime(note.at, locale)}${mentioned !== "" && html` · ${t("notes.to", { names: mentioned })}`}
    </p>
    <div class="kern-body">${textBlock(note.text)}</div>
    ${
      mayEdit &&
      mayTakeBack(note, ownId, now) &&
      html`<form
        method="post"
        action="${vorgaengePaths.noteRemoval(opened.vorgang.id, note.id)}"
      >
        ${button({ label: t("notes.take-back"), variant: "tertiary" })}
      </form>`
    }
  </li>`;
}

function form({ locale, opened, office, ownId, input }: VorgangPageProps) {
  const t = vorgaengeTexts(locale);
  const others = office.colleagues.filter(({ staffId }) => staffId !== ownId);
  return html`<form
    method="post"
    action="${vorgaengePaths.notes(opened.vorgang.id)}"
    novalidate
  >
    ${textarea({
      name: noteFields.text,
      label: t("notes.text"),
      hint: t("notes.hint"),
      rows: 3,
      value: input.form?.typed[noteFields.text] ?? "",
      error: errorAt(input, noteFields.text),
      locale,
    })}
    ${select({
      name: noteFields.mentioned,
      label: t("notes.mention"),
      emptyLabel: t("notes.mention.nobody"),
      options: others.map((each) => colleagueOption(each, locale)),
      value: input.form?.typed[noteFields.mentioned] ?? "",
      locale,
    })}
    ${button({ label: t("notes.save"), variant: "secondary" })}
  </form>`;
}
