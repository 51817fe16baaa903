import { isEmailAddress } from "../../../platform/values/email-address.ts";

/** How somebody reached the office that fills in the form for them. */
export const intakeChannels = ["counter", "phone", "letter"] as const;
export type IntakeChannel = (typeof intakeChannels)[number];

/** An application that a caseworker fills in for somebody. */
export type Intake = {
  readonly channel: IntakeChannel;
  /** As the person says it. */
  readonly name: string;
  /** Where to reach them; empty for not at all. */
  readonly email: string;
  readonly phone: string;
  /** Day a letter reached the office, such as `2027-03-01`: deadlines count from it. */
  readonly receivedOn?: string | undefined;
  /** The account that the application goes to; absent: a private link, as for a guest. */
  readonly accountId?: string | undefined;
  /** The caseworker who began it. */
  readonly takenBy: { readonly staffId: string; readonly name: string };
};

/** What the caseworker states when they send it: never more than was seen. */
export type IntakeProof = {
  /** The person was compared with their ID card. @see TR-03107-1 section 3 */
  readonly isIdentitySeen: boolean;
  /** A signed copy lies at the office. @see VwVfG § 3a, BGB § 126 */
  readonly isSigned: boolean;
};

/** What a submission keeps of it, and what its hash covers. */
export type SentIntake = Pick<Intake, "channel" | "receivedOn" | "takenBy"> &
  IntakeProof & { readonly name: string };

/** As it leaves the office: the id of the caseworker says nothing elsewhere; their name stands on the receipt too. */
export function intakeForOthers({ takenBy, ...intake }: SentIntake) {
  return { ...intake, takenBy: takenBy.name };
}

/** Level that an ID card proves which a person at the counter was compared with, as in the account's own check. */
export const seenCardLevel = "substantial";

/** Source of a proof that a caseworker has seen. */
export const counterProvider = "counter";

export type IntakeFault =
  | "channel-missing"
  | "name-missing"
  | "email-invalid"
  | "received-on-missing"
  | "received-on-invalid";

const longestText = 200;

/** Trimmed and of a length that fits; `faults` names what is missing or cannot be. */
export function readIntake(
  typed: {
    readonly channel: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly receivedOn: string;
  },
  today: string,
): {
  readonly values: Omit<Intake, "takenBy" | "accountId"> | undefined;
  readonly faults: readonly IntakeFault[];
} {
  const channel = intakeChannels.find((each) => each === typed.channel);
  const name = tidy(typed.name);
  const email = typed.email.trim();
  const isEmail = email === "" || isEmailAddress(email);
  const receivedOn = channel === "letter" ? typed.receivedOn : undefined;
  const faults: IntakeFault[] = [
    ...(channel ? [] : (["channel-missing"] as const)),
    ...(name === "" ? (["name-missing"] as const) : []),
    ...(isEmail ? [] : (["email-invalid"] as const)),
    ...faultsOfDay(receivedOn, today),
  ];
  return {
    values:
      channel && faults.length === 0
        ? {
            channel,
            name,
            email,
            phone: tidy(typed.phone),
            ...(receivedOn === undefined ? {} : { receivedOn }),
          }
        : undefined,
    faults,
  };
}

/** When it reached the office: a letter on its day, at noon, whenever it is entered. */
export function receivedAt(
  { receivedOn }: Pick<Intake, "receivedOn">,
  now: Date,
): Date {
  if (receivedOn === undefined) return now;
  const noon = new Date(`${receivedOn}T11:00:00.000Z`);
  return noon < now ? noon : now;
}

function faultsOfDay(
  day: string | undefined,
  today: string,
): readonly IntakeFault[] {
  if (day === undefined) return [];
  if (!/[1-9]/.test(day)) return ["received-on-missing"];
  const moment = new Date(`${day}T00:00:00.000Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(day);
  // Entered years late it is a mistake in typing.
  const oldest = `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;
  return isDay && day <= today && day >= oldest ? [] : ["received-on-invalid"];
}

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, longestText);
}
