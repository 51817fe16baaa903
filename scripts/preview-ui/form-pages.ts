import { html, type SafeHtml } from "../../src/platform/html/html.ts";
import { alert } from "../../src/ui/alert.ts";
import { badge } from "../../src/ui/badge.ts";
import { backLink } from "../../src/ui/breadcrumb.ts";
import { button, buttonRow } from "../../src/ui/button.ts";
import { checkbox, checkboxes } from "../../src/ui/checkbox.ts";
import { dateInput } from "../../src/ui/date-input.ts";
import { emptyState } from "../../src/ui/empty-state.ts";
import { errorSummary } from "../../src/ui/error-summary.ts";
import { fileInput } from "../../src/ui/file-input.ts";
import { pageHeading } from "../../src/ui/heading.ts";
import { progress } from "../../src/ui/progress.ts";
import { radios } from "../../src/ui/radios.ts";
import { referenceNumber } from "../../src/ui/reference-number.ts";
import { select } from "../../src/ui/select.ts";
import { summarySection } from "../../src/ui/summary-list.ts";
import { textBlock } from "../../src/ui/text-block.ts";
import { textInput } from "../../src/ui/text-input.ts";
import { textarea } from "../../src/ui/textarea.ts";
import { timeline } from "../../src/ui/timeline.ts";

const locale = "de";

export function formPage(): SafeHtml {
  return html`${backLink({ label: "Zurück", href: "/leistung" })}
    ${errorSummary({
      locale,
      errors: [
        {
          fieldId: "plate",
          text: "Geben Sie das Kennzeichen so ein: SN-AB 123",
        },
        {
          fieldId: "since",
          text: "Geben Sie ein Datum ein, zum Beispiel 24 3 1985",
        },
      ],
    })}
    ${progress({ current: 2, total: 6, locale })}
    ${pageHeading({ title: "Um welches Fahrzeug geht es?" })}
    <form method="post" action="/formular">
      ${textInput({ name: "plate", label: "Kennzeichen", hint: "Steht im Fahrzeugschein im Feld A", value: "SNAB123x", error: "Geben Sie das Kennzeichen so ein: SN-AB 123", width: 10, locale })}
      ${textInput({ name: "weight", label: "Gewicht", suffix: "kg", inputMode: "numeric", width: 6, isOptional: true, locale })}
      ${select({
        name: "zone",
        label: "Parkgebiet",
        options: [
          { value: "1", label: "Altstadt" },
          { value: "2", label: "Feldstadt" },
        ],
        value: "2",
        locale,
      })}
      ${dateInput({ name: "since", label: "Seit wann wohnen Sie dort?", value: { day: "32", month: "1", year: "2020" }, error: "Geben Sie ein Datum ein, zum Beispiel 24 3 1985", locale })}
      ${choices()}
      ${textarea({ name: "note", label: "Möchten Sie uns noch etwas sagen?", isOptional: true, value: "", locale })}
      ${fileInput({ name: "paper", label: "Fahrzeugschein", hint: "PDF, JPEG oder PNG, höchstens 10 MB", allowsMany: true, locale, kept: [{ filename: "Fahrzeugschein_März.pdf", detail: "PDF, 240 KB", remove: { name: "remove", value: "1" } }] })}
      ${checkbox({ name: "agree", label: "Meine Angaben stimmen.", locale })}
      ${buttonRow(button({ label: "Weiter" }), button({ label: "Speichern und später weitermachen", variant: "secondary", name: "later", value: "1" }))}
    </form>`;
}

function choices(): SafeHtml {
  return html`${radios({
    name: "owner",
    label: "Gehört das Fahrzeug Ihnen?",
    options: [
      { value: "1", label: "Ja" },
      {
        value: "2",
        label: "Nein, ich darf es dauerhaft nutzen",
        hint: "Zum Beispiel ein Dienstwagen oder das Auto der Eltern",
      },
    ],
    value: "2",
    locale,
  })}
  ${radios({
    name: "first",
    label: "Ist es Ihr erster Ausweis?",
    isHorizontal: true,
    options: [
      { value: "1", label: "Ja" },
      { value: "2", label: "Nein" },
    ],
    locale,
  })}
  ${checkboxes({
    name: "extras",
    label: "Was trifft zu?",
    options: [
      { value: "1", label: "Schwerbehindertenausweis" },
      { value: "2", label: "Carsharing" },
    ],
    values: ["2"],
    locale,
  })}`;
}

export function checkPage(): SafeHtml {
  return html`${backLink({ label: "Zurück", href: "/formular" })}${progress({ current: 6, total: 6, locale })}
    ${pageHeading({ title: "Stimmt alles?", lead: "Prüfen Sie Ihre Angaben, bevor Sie senden." })}
    ${summarySection({
      heading: "Antragsteller",
      locale,
      entries: [
        { label: "Name", values: ["Erika Mustermann"], changeHref: "#" },
        {
          label: "Anschrift",
          values: ["Am Markt 1", "19000 Musterstadt"],
          changeHref: "#",
        },
        { label: "Telefon", values: [], changeHref: "#" },
      ],
    })}
    ${summarySection({ heading: "Fahrzeug", locale, entries: [{ label: "Kennzeichen", values: ["SN-AB 123"], changeHref: "#" }] })}
    ${alert({ kind: "warning", title: "Gleich senden Sie den Antrag ab", body: "Danach können Sie ihn nicht mehr ändern." })}
    ${alert({ kind: "info", title: "Nur ein Titel" })}
    <form method="post" action="#">
      ${checkbox({ name: "ok", label: "Ich habe alles geprüft und möchte den Antrag jetzt senden.", locale })}${buttonRow(button({ label: "Antrag senden" }))}
    </form>`;
}

export function statePage(): SafeHtml {
  return html`${alert({ kind: "success", title: "Ihr Antrag ist angekommen", body: "Wir haben ihn am 3. März 2026 um 14:05 Uhr erhalten.", isAnnounced: true })}
    ${pageHeading({ title: "Stand Ihres Antrags", preline: "Bewohnerparkausweis" })}
    ${referenceNumber({ label: "Ihre Nummer", value: "7K4M-29QX-P3", locale })}
    <div>
      ${badge("info", "In Bearbeitung")} ${badge("neutral", "Eingegangen")}
      ${badge("success", "Entschieden")} ${badge("warning", "Rückfrage")}
      ${badge("danger", "Überfällig")}
    </div>
    ${timeline({
      locale,
      steps: [
        {
          title: "Eingegangen",
          state: "done",
          time: {
            iso: "2026-03-03T14:05",
            text: "3. März 2026, 14:05 Uhr (vor 2 Tagen)",
          },
        },
        {
          title: "In Bearbeitung",
          state: "current",
          time: {
            iso: "2026-03-04",
            text: "seit 4. März, üblich sind 5 Arbeitstage",
          },
          body: textBlock("Frau Sommer prüft Ihre Unterlagen."),
        },
        { title: "Entschieden", state: "open" },
      ],
    })}
    ${emptyState({ title: "Noch keine Nachrichten", body: "Wenn wir eine Frage haben, steht sie hier.", action: { label: "Zur Startseite", href: "/" } })}`;
}
