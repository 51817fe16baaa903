import {
  html,
  uncheckedHtml,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { DemoPerson } from "../../accounts/demo/demo-people.ts";
import type { ProvenLevel } from "../../accounts/index.ts";
import type { DemoProviderKey, DemoSignIn } from "./demo-answers.ts";
import {
  providerOrganisation,
  providerPeople,
} from "./demo-provider-people.ts";

const titles: Readonly<Record<DemoProviderKey, string>> = {
  bundid: "BundID zum Ausprobieren",
  unternehmenskonto: "Unternehmenskonto zum Ausprobieren",
};

const ways: readonly {
  readonly level: ProvenLevel;
  readonly name: string;
  readonly proves: string;
}[] = [
  { level: "low", name: "Benutzername", proves: "Niveau niedrig" },
  {
    level: "substantial",
    name: "Zertifikat",
    proves: "Niveau substanziell",
  },
  { level: "high", name: "Online-Ausweis (eID)", proves: "Niveau hoch" },
];

export type SignInPage = {
  readonly provider: DemoProviderKey;
  /** What came with the browser; it is checked once somebody was chosen. */
  readonly fields: URLSearchParams;
  /** What the portal asks for. */
  readonly neededLevel: ProvenLevel;
  /** The portal's page to go back to. */
  readonly back: string | undefined;
};

/** Who signs in, and how surely. */
export function signInPage({
  provider,
  fields,
  neededLevel,
  back,
}: SignInPage): string {
  return document(
    provider,
    html`<p>
        Wählen Sie, als wer Sie sich anmelden. Niemanden davon gibt es wirklich.
      </p>
      <form method="post" action="/${provider}/anmelden">
        ${hidden(fields)}
        <fieldset>
          <legend>Person</legend>
          ${providerPeople.map((person, index) =>
            radio({
              name: "person",
              value: person.key,
              label: nameOf(person),
              hint: hintOf(provider, person),
              isChecked: index === 0,
            }),
          )}
        </fieldset>
        <fieldset>
          <legend>Womit weisen Sie sich aus?</legend>
          ${ways.map(({ level, name, proves }) =>
            radio({
              name: "level",
              value: level,
              label: name,
              hint: proves,
              isChecked: level === neededLevel,
            }),
          )}
        </fieldset>
        <button>Anmelden</button>
        ${back !== undefined && html`<p><a href="${back}">Abbrechen</a></p>`}
      </form>`,
  );
}

export type ReleasePage = {
  readonly provider: DemoProviderKey;
  readonly signIn: DemoSignIn;
  /** Where the browser brings the answer. */
  readonly action: string;
  readonly fields: URLSearchParams;
};

/** What the portal gets to know, before it does. */
export function releasePage({
  provider,
  signIn,
  action,
  fields,
}: ReleasePage): string {
  const way = ways.find(({ level }) => level === signIn.level);
  const told: readonly (readonly [string, string])[] = [
    ["Name", nameOf(signIn.person)],
    ...(provider === "bundid"
      ? personFacts(signIn.person)
      : [["Unternehmen", providerOrganisation.name] as const]),
    ["Ausgewiesen mit", `${way?.name ?? ""}, ${way?.proves ?? ""}`],
  ];
  return document(
    provider,
    html`<p>Diese Angaben gehen an das Portal:</p>
      <dl>
        ${told.map(
          ([term, value]) =>
            html`<dt>${term}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <form method="post" action="${action}">
        ${hidden(fields)}<button>Zurück zum Portal</button>
      </form>`,
  );
}

/** Nothing was asked for, or nothing that can be answered. */
export function problemPage(provider: DemoProviderKey): string {
  return document(
    provider,
    html`<p>
      Diese Anfrage kann hier nicht beantwortet werden. Gehen Sie zurück zum
      Portal und beginnen Sie die Anmeldung dort noch einmal.
    </p>`,
  );
}

/** Signing out begins here: the portal hears of it. `session` is undefined where nobody is signed in. */
export const signOutPage = (
  provider: DemoProviderKey,
  session: string | undefined,
): string =>
  document(
    provider,
    session === undefined
      ? html`<p>Hier ist niemand angemeldet.</p>`
      : html`<p>Sie sind hier angemeldet.</p>
          <form method="post" action="/${provider}/abmelden">
            <input type="hidden" name="session" value="${session}" />
            <button>Überall abmelden</button>
          </form>`,
  );

/** The portal has answered that it has signed the person out, too. */
export const signedOutPage = (provider: DemoProviderKey): string =>
  document(provider, html`<p>Sie sind überall abgemeldet.</p>`);

function personFacts(
  person: DemoPerson,
): readonly (readonly [string, string])[] {
  return [
    ["Geburtsdatum", birthday(person)],
    ["Geburtsort", person.placeOfBirth],
    [
      "Anschrift",
      `${person.street} ${person.houseNumber}, ${person.postcode} ${person.town}`,
    ],
  ];
}

const birthday = ({ dateOfBirth }: DemoPerson) => formatDay(dateOfBirth, "de");

const nameOf = ({ givenNames, familyName }: DemoPerson) =>
  `${givenNames} ${familyName}`;

const hintOf = (provider: DemoProviderKey, person: DemoPerson) =>
  provider === "bundid"
    ? `geboren ${birthday(person)}, ${person.town}`
    : `für ${providerOrganisation.name}`;

function radio({
  name,
  value,
  label,
  hint,
  isChecked,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly isChecked: boolean;
}): SafeHtml {
  return html`<label
    ><input
      type="radio"
      name="${name}"
      value="${value}"
      ${isChecked && "checked"}
    /><span>${label}<small>${hint}</small></span></label
  >`;
}

const hidden = (fields: URLSearchParams) =>
  [...fields].map(
    ([name, value]) =>
      html`<input type="hidden" name="${name}" value="${value}" />`,
  );

/** Looks like no portal and like no real provider, so that nobody takes it for one. */
const style = `
:root { color-scheme: light dark; --line: #8a8f98; --accent: #6b2fa0; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --accent: #cfa8ff; --on-accent: #1b1226; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
.demo { margin: 0; padding: .75rem 1rem; background: var(--accent); color: var(--on-accent); font-weight: 600; }
main { max-width: 36rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
fieldset { margin: 0 0 1.5rem; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: .5rem; font-weight: 600; }
label { display: flex; gap: .75rem; align-items: center; min-height: 3rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; margin-bottom: .5rem; }
input[type=radio] { width: 1.5rem; height: 1.5rem; flex: none; accent-color: var(--accent); }
small { display: block; font-size: 1rem; }
button { font: inherit; font-weight: 600; min-height: 3rem; padding: .5rem 1.5rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
dt { font-weight: 600; } dd { margin: 0 0 .75rem; }
a { color: inherit; display: inline-block; padding: .5rem 0; }
`;

function document(provider: DemoProviderKey, main: SafeHtml): string {
  return String(
    html`<!doctype html>
      <html lang="de">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${titles[provider]}</title>
          <style>
            ${uncheckedHtml(style)}
          </style>
        </head>
        <body>
          <main>
            <p class="demo">
              Vorführung: Das ist kein echter Anmeldedienst. Alle Personen sind
              erfunden.
            </p>
            <h1>${titles[provider]}</h1>
            ${main}
          </main>
        </body>
      </html>`,
  );
}
