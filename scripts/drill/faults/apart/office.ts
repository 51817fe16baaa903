import {
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "../../../../src/main/testing/visitor.ts";
import { drilledForm, drilledPortal } from "../../write-applications.ts";
import { signInStaff } from "../../sign-in-staff.ts";

/** As the form for a destination takes them. */
export type EnteredOptions = Readonly<
  Record<string, string | readonly string[]>
>;

/** The people behind the drilled portal, who see what went wrong and send it again. */
export type Office = {
  /** Everything of the drilled form goes there, too. */
  addDestination(
    name: string,
    connectorKey: string,
    options: EnteredOptions,
  ): Promise<void>;
  /** Text of all pages that show a lead what was refused or given up. */
  failedDeliveries(): Promise<string>;
  /** What the office is asked to do for people whom mails do not reach. */
  tasks(): Promise<string>;
  /** An administrator sends all that failed at a destination again. */
  resendAll(destinationId: string): Promise<void>;
  /** What the operator sees, with dead jobs and mails. */
  operation(): Promise<string>;
  /** The operator sends all dead jobs again. */
  reviveAll(): Promise<void>;
};

type Person = { readonly label: string; readonly login: string };

const staffOf = (name: string): Person => ({
  label: drilledPortal,
  login: `${name}@${drilledPortal}.example`,
});
const lead = staffOf("samira");
const administrator = staffOf("verwaltung");
const deadJobsPath = "/betrieb/auftraege";
const operator: Person = { label: "", login: "betrieb@installation.example" };

/** Nobody is signed in before they are needed. */
export function openOffice(portal: Reachable): Office {
  const visitors = new Map<Person, Visitor>();
  const signIn = async (person: Person): Promise<Visitor> => {
    const visitor = visitorOf(portal, person.label);
    await signInStaff(visitor, person.login);
    visitors.set(person, visitor);
    return visitor;
  };
  const act: Act = async (person, address, fields) => {
    const known = visitors.get(person) ?? (await signIn(person));
    const answer = await known.visit(address, fields && { fields });
    const isOut = answer.headers.location?.includes("/anmelden") ?? false;
    return isOut
      ? (await signIn(person)).visit(address, fields && { fields })
      : answer;
  };
  return {
    addDestination: async (name, connectorKey, options) => {
      const { status, text } = await act(
        administrator,
        "/verwaltung/ziele/neu",
        destinationFields(name, connectorKey, options),
      );
      if (status !== 303)
        throw new Error(`drill: no destination ${name}: ${faultsIn(text)}`);
    },
    failedDeliveries: async () => {
      const pages = ["abgelehnt", "aufgegeben"].map((state) =>
        allPages(act, `/arbeitsplatz/zustellungen?stand=${state}`),
      );
      return (await Promise.all(pages)).join("\n");
    },
    tasks: async () => textOf(await act(lead, "/arbeitsplatz/postfach")),
    resendAll: async (destinationId) => {
      await act(
        administrator,
        `/arbeitsplatz/ziele/${destinationId}/wiederholung`,
        new URLSearchParams(),
      );
    },
    operation: () => readOperation(act),
    reviveAll: () => reviveAll(act),
  };
}

type Act = (
  person: Person,
  address: string,
  fields?: URLSearchParams,
) => Promise<Answer>;

function textOf({ status, text }: Answer): string {
  if (status !== 200)
    throw new Error(`drill: a page answers ${String(status)}`);
  return text;
}

async function readOperation(act: Act): Promise<string> {
  const pages = [deadJobsPath, "/betrieb/mails"].map(async (address) =>
    textOf(await act(operator, address)),
  );
  return (await Promise.all(pages)).join("\n");
}

function destinationFields(
  name: string,
  connectorKey: string,
  options: EnteredOptions,
): URLSearchParams {
  return new URLSearchParams([
    ["name", name],
    ["anbindung", connectorKey],
    ["eingeschaltet", "true"],
    ["leistungen", drilledForm],
    ["gleichzeitig", "2"],
    ["geduld", "48"],
    ...Object.entries(options).flatMap(([key, value]) =>
      [value].flat().map((one): [string, string] => [`option-${key}`, one]),
    ),
  ]);
}

async function reviveAll(act: Act): Promise<void> {
  for (;;) {
    const text = textOf(await act(operator, deadJobsPath));
    const actions = [
      ...text.matchAll(/action="(\/betrieb\/auftraege\/[^"]+)"/g),
    ].map((match) => match[1] ?? "");
    if (actions.length === 0) return;
    for (const action of actions)
      await act(operator, action, new URLSearchParams());
  }
}

async function allPages(act: Act, first: string): Promise<string> {
  let text = "";
  for (let address: string | undefined = first; address !== undefined;) {
    const page = textOf(await act(lead, address));
    text += page;
    const [, next] = /href="([^"]*[?&;]nach=[^"]*)"/.exec(page) ?? [];
    address = next?.replaceAll("&amp;", "&");
  }
  return text;
}

/** What the page says is wrong with what was entered. */
function faultsIn(text: string): string {
  const faults = text.matchAll(/href="#(option-[^"]*|[a-z]+)"[^>]*>([^<]*)</g);
  return [...faults].map((match) => match.slice(1).join(": ")).join("; ");
}
