import { Argument, Command } from "commander";
import {
  everyLeistung,
  findResponsible,
  removeRule,
  saveTypedRule,
  viewRules,
  type RuleChoices,
  type ZustaendigkeitRule,
} from "../../modules/zustaendigkeit/index.ts";
import { responsiblePorts, zustaendigkeitPorts } from "../responsible-ports.ts";
import { CommandError } from "./command-error.ts";
import { enterPortal, requirePortal, withServices } from "./with-services.ts";

type AddOptions = {
  readonly name: string;
  readonly leistung: string;
  readonly position: string;
  readonly place: readonly string[];
  readonly street: readonly string[];
  readonly letters?: string;
  readonly answer?: string;
  readonly toAuthority?: string;
  readonly office?: string;
  readonly team?: string;
  readonly destination?: string;
  readonly from: string;
  readonly until?: string;
};

type TryOptions = {
  readonly ars?: string;
  readonly street?: string;
  readonly familyName?: string;
};

/** `portal zustaendigkeit list|add|remove|try` */
export function zustaendigkeitCommand(): Command {
  return new Command("zustaendigkeit")
    .description("rules of an authority for who receives which application")
    .addCommand(
      new Command("list")
        .description("all rules of an authority, in their order")
        .addArgument(portalArgument())
        .action(list),
    )
    .addCommand(addCommand())
    .addCommand(
      new Command("remove")
        .description("take a rule away; those after it count from now on")
        .addArgument(portalArgument())
        .argument("<id>", "as `list` shows it")
        .action(remove),
    )
    .addCommand(tryCommand());
}

const portalArgument = () =>
  new Argument("<portal>", "host label of the authority, e.g. grabow");

function addCommand(): Command {
  return new Command("add")
    .description("add a rule; all conditions that are given must hold")
    .addArgument(portalArgument())
    .requiredOption("--name <name>", "what the rule says, for colleagues")
    .option(
      "--leistung <slug>",
      "last part of its address; otherwise all services",
      everyLeistung,
    )
    .option("--position <number>", "the first rule that fits counts", "1")
    .option("--place <ars...>", "Regionalschlüssel, or how they begin", [])
    .option("--street <name...>", "one of these streets", [])
    .option("--letters <from-to>", "first letter of the family name, e.g. A-K")
    .option("--answer <rule>", "a rule over the answers (CEL)")
    .option("--to-authority <host>", "host label of another authority")
    .option("--office <slug>", "an office of the authority")
    .option("--team <name>", "a team of the authority")
    .option("--destination <name>", "a destination of the authority")
    .requiredOption("--from <day>", "first day, e.g. 2027-03-01")
    .option("--until <day>", "last day")
    .addHelpText(
      "after",
      `
Example:
  npm run portal -- zustaendigkeit add grabow --name "Hunting: the county" --leistung jagdschein \\
    --to-authority lup --from 2027-01-01`,
    )
    .action(add);
}

function tryCommand(): Command {
  return new Command("try")
    .description("who would receive an application; nothing is written")
    .addArgument(portalArgument())
    .argument("<leistung>", "last part of its address in that portal")
    .option("--ars <key>", "Regionalschlüssel of the place, 12 digits")
    .option("--street <name>", "street of the applicant")
    .option("--family-name <name>", "family name of the applicant")
    .addHelpText(
      "after",
      "\nExample:\n  npm run portal -- zustaendigkeit try grabow jagdschein --family-name Kruse",
    )
    .action(tryOut);
}

async function list(host: string): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterPortal(services, host);
    const choices = await zustaendigkeitPorts(services).listChoices(context);
    const rules = (await viewRules(context)) ?? [];
    if (rules.length === 0)
      console.log(
        "No rules: applications go to the authority that offers the service.",
      );
    for (const rule of rules) console.log(lineOf(rule, choices));
  });
}

function lineOf(rule: ZustaendigkeitRule, choices: RuleChoices): string {
  const { conditions, validFrom, validUntil } = rule;
  const { places, streets, letters, answer } = conditions;
  const when = [
    ...(places ? [`place ${places.join(" ")}`] : []),
    ...(streets ? [`street ${streets.join(", ")}`] : []),
    ...(letters ? [`family name ${letters.from}-${letters.to}`] : []),
    ...(answer === undefined ? [] : [`answer ${answer}`]),
  ];
  return [
    `${rule.id}  ${rule.leistungSlug} ${String(rule.position)}  ${rule.name}`,
    `  when: ${when.join("; ") || "always"}`,
    `  to: ${describe(rule.target, choices)}`,
    `  valid: ${validFrom} to ${validUntil ?? "…"}`,
  ].join("\n");
}

function describe(
  target: ZustaendigkeitRule["target"],
  choices: RuleChoices,
): string {
  const { toTenantId, officeSlug, teamId, destinationId } = target;
  const named = [
    ["authority", toTenantId, choices.authorities],
    ["office", officeSlug, choices.offices],
    ["team", teamId, choices.teams],
    ["destination", destinationId, choices.destinations],
  ] as const;
  return named
    .flatMap(([kind, value, among]) => {
      if (value === undefined) return [];
      const found = among.find((each) => each.value === value);
      return [`${kind} ${found?.label ?? "that is no longer there"}`];
    })
    .join(", ");
}

async function add(host: string, options: AddOptions): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterPortal(services, host);
    const choices = await zustaendigkeitPorts(services).listChoices(context);
    const { toAuthority } = options;
    const other =
      toAuthority === undefined
        ? undefined
        : await requirePortal(services, toAuthority);
    const saved = await saveTypedRule(context, choices, {
      typed: {
        ...conditionsOf(options),
        ...withinOf(options, choices),
        toTenantId: other?.tenantId ?? "",
      },
    });
    if (saved.ok) {
      console.log(`The rule counts: ${saved.value.ruleId}`);
      return;
    }
    const { refusal } = saved;
    throw new CommandError(
      refusal.kind === "invalid"
        ? `Nothing was changed. These do not fit: ${[...refusal.faults].map((field) => optionOf[field]).join(", ")}.`
        : `Nothing was changed: ${refusal.kind}.`,
    );
  });
}

/** What the rule is about, as it is typed on the page for it. */
function conditionsOf({ letters = "", ...options }: AddOptions) {
  const [from = "", to = ""] = letters.split("-");
  return {
    name: options.name,
    leistungSlug: options.leistung,
    position: options.position,
    places: options.place.join("\n"),
    streets: options.street.join("\n"),
    from,
    to,
    answer: options.answer ?? "",
    validFrom: options.from,
    validUntil: options.until ?? "",
  };
}

function withinOf(
  { office = "", team, destination }: AddOptions,
  { teams, destinations }: RuleChoices,
) {
  return {
    officeSlug: office,
    teamId: idOf("team", team, teams),
    destinationId: idOf("destination", destination, destinations),
  };
}

/** By its name, which people know. */
function idOf(
  kind: string,
  name: string | undefined,
  among: RuleChoices["teams"],
): string {
  if (name === undefined) return "";
  const found = among.find(({ label }) => label === name);
  if (found) return found.value;
  throw new CommandError(
    `There is no ${kind} "${name}"; nothing was changed. There are: ${among.map(({ label }) => label).join(", ") || "none"}.`,
  );
}

const optionOf = {
  name: "--name",
  leistungSlug: "--leistung",
  position: "--position (1 to 9999)",
  places: "--place (2 to 12 digits)",
  streets: "--street",
  from: "--letters (such as A-K)",
  to: "--letters",
  answer: "--answer",
  toTenantId:
    "where it leads (--to-authority, or one or more of --office, --team, --destination)",
  officeSlug: "--office",
  teamId: "--team",
  destinationId: "--destination",
  validFrom: "--from",
  validUntil: "--until",
};

async function remove(host: string, ruleId: string): Promise<void> {
  await withServices(async (services) => {
    const { context } = await enterPortal(services, host);
    const removed = await removeRule(context, ruleId);
    if (!removed.ok)
      throw new CommandError(
        `"${host}" has no rule "${ruleId}". To see them: npm run portal -- zustaendigkeit list ${host}`,
      );
    console.log("The rule is removed.");
  });
}

async function tryOut(
  host: string,
  leistungSlug: string,
  { ars, street, familyName }: TryOptions,
): Promise<void> {
  await withServices(async (services) => {
    const { context, portal } = await enterPortal(services, host);
    const [found, choices] = await Promise.all([
      findResponsible(context, responsiblePorts(services), {
        portal,
        leistungSlug,
        facts: { ars, street, familyName },
      }),
      zustaendigkeitPorts(services).listChoices(context),
    ]);
    if (!found)
      throw new CommandError(
        `Nobody receives applications for "${leistungSlug}": no authority offers it, or rules lead in a circle.`,
      );
    const isOwn = found.authority.tenantId === portal.tenantId;
    const within = isOwn ? describe(found.within, choices) : "";
    console.log(
      `${found.authority.name} (${found.leistungSlug})${within === "" ? "" : `: ${within}`}`,
    );
    console.log(`rules: ${found.ruleIds.join(" ") || "none"}`);
    if (found.needs.length > 0)
      console.log(`may change by: ${found.needs.join(", ")}`);
  });
}
