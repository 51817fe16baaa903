import { addDays } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import type { CorrectionRequest } from "../domain/correction-request.ts";
import type { Assignment } from "../domain/assignment.ts";
import type { Outcome, Step } from "../domain/events.ts";
import { correctionMessage } from "../i18n/correction-message.ts";
import type { VorgaengePorts } from "../ports.ts";
import { listLabels } from "../store/label-store.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";
import { askCorrection } from "../use-cases/ask-correction.ts";
import { askOpinion } from "../use-cases/ask-opinion.ts";
import { assignVorgang } from "../use-cases/assign-vorgang.ts";
import { labelVorgang } from "../use-cases/change-labels.ts";
import { changePeriod } from "../use-cases/change-period.ts";
import { changeState } from "../use-cases/change-state.ts";
import { findCorrectionRequest } from "../use-cases/find-correction-request.ts";
import { giveOpinion, listOpinionRequests } from "../use-cases/give-opinion.ts";
import { handOverVorgang } from "../use-cases/hand-over-vorgang.ts";
import { writeNote } from "../use-cases/internal-notes.ts";
import { readVorgang, type OpenedVorgang } from "../use-cases/read-vorgang.ts";
import { withdrawApplication } from "../use-cases/withdraw-application.ts";

/** What somebody does to a Vorgang; ids of colleagues, teams and authorities are already known. */
export type DemoAct =
  | { readonly does: "opens" }
  | { readonly does: "takes" }
  | { readonly does: "begins" }
  | { readonly does: "assigns"; readonly staffId: string }
  | {
      readonly does: "steps";
      readonly step: "question-asked" | "closed" | "note-to-applicant";
      readonly text?: string;
    }
  | {
      readonly does: "decides";
      readonly outcome: Outcome;
      readonly text?: string;
    }
  | {
      readonly does: "asks for correction";
      /** By a part of the path in the form. */
      readonly fields: Readonly<Record<string, string>>;
      readonly text: string;
      readonly days: number;
    }
  | {
      readonly does: "notes";
      readonly text: string;
      readonly mentioned?: readonly string[];
    }
  | { readonly does: "labels"; readonly names: readonly string[] }
  | {
      readonly does: "asks for opinion";
      readonly asked: {
        readonly kind: "person" | "team" | "authority";
        readonly id: string;
      };
      readonly question: string;
      readonly days: number;
    }
  | {
      readonly does: "hands over";
      readonly toTenantId: string;
      readonly reason: string;
      readonly note: string;
    }
  | { readonly does: "stops the clock"; readonly text: string };

type Place = {
  readonly submissionId: string;
  readonly baseUrl: string;
  readonly ars: string | null;
};

/** Does it as a caseworker does: opens the Vorgang, then acts on what they see. Throws where it is refused. */
export async function actOnVorgang(
  context: Context,
  ports: VorgaengePorts,
  { place, act }: { readonly place: Place; readonly act: DemoAct },
): Promise<void> {
  const id = await vorgangIdOf(context, place.submissionId);
  const read = await readVorgang(context, id, ports.submissions);
  if (!read.ok) throw new Error(`demo Vorgang: ${read.refusal.kind}`);
  await perform({ context, ports, place, opened: read.value }, act);
}

export async function vorgangIdOf(
  context: Context,
  submissionId: string,
): Promise<string> {
  return (await vorgangOf(context, submissionId)).id;
}

async function vorgangOf(context: Context, submissionId: string) {
  const vorgang = await context.transaction((db) =>
    findVorgangOfSubmission(db, context.tenantId, submissionId),
  );
  if (!vorgang) throw new Error("demo Vorgang: there is none");
  return vorgang;
}

type Acting = {
  readonly context: Context;
  readonly ports: VorgaengePorts;
  readonly place: Place;
  readonly opened: OpenedVorgang;
};

// eslint-disable-next-line complexity -- a table of what can be done
async function perform(acting: Acting, act: DemoAct): Promise<void> {
  switch (act.does) {
    case "opens":
      return;
    case "takes":
      return assign(acting, {
        kind: "assigned",
        assigneeId: acting.context.actor.id,
      });
    case "assigns":
      return assign(acting, { kind: "assigned", assigneeId: act.staffId });
    case "begins":
      return step(acting, { kind: "taken-into-work" });
    case "steps":
      return step(acting, { kind: act.step }, act.text);
    case "decides":
      return step(acting, { kind: "decided", outcome: act.outcome }, act.text);
    case "asks for correction":
      return askBack(acting, act);
    case "notes":
      return note(acting, act);
    case "labels":
      return label(acting, act.names);
    case "asks for opinion":
      return askExpert(acting, act);
    case "hands over":
      return handOver(acting, act);
    case "stops the clock":
      return stopClock(acting, act.text);
  }
}

type ActOf<Does extends DemoAct["does"]> = Extract<
  DemoAct,
  { readonly does: Does }
>;

async function assign(
  { context, opened: { vorgang } }: Acting,
  assignment: Assignment,
): Promise<void> {
  const vorgangId = vorgang.id;
  const expectedPosition = vorgang.lastPosition;
  done(
    await assignVorgang(context, { vorgangId, assignment, expectedPosition }),
  );
}

async function note(
  { context, place: { baseUrl }, opened }: Acting,
  { text, mentioned = [] }: ActOf<"notes">,
): Promise<void> {
  const vorgangId = opened.vorgang.id;
  done(
    await writeNote(context, {
      vorgangId,
      text,
      mentionedIds: mentioned,
      baseUrl,
    }),
  );
}

/** Shows the expert all that was sent. */
async function askExpert(
  { context, ports, opened: { vorgang, submission } }: Acting,
  { asked, question, days }: ActOf<"asks for opinion">,
): Promise<void> {
  done(
    await askOpinion(context, ports.authorities, {
      vorgangId: vorgang.id,
      asked,
      question,
      workingDays: days,
      sections: submission.sections.map((_, index) => index),
      fileIds: submission.uploads.map(({ fileId }) => fileId),
    }),
  );
}

async function handOver(
  { context, ports, place, opened: { vorgang } }: Acting,
  { toTenantId, reason, note: noteToOffice }: ActOf<"hands over">,
): Promise<void> {
  done(
    await handOverVorgang(context, ports, {
      vorgangId: vorgang.id,
      toTenantId,
      reason,
      note: noteToOffice,
      noteIds: [],
      expectedPosition: vorgang.lastPosition,
      tellApplicant: ports.tellApplicantOf?.(place),
    }),
  );
}

async function stopClock(acting: Acting, reason: string): Promise<void> {
  const { context, ports } = acting;
  const period = { choice: "period-stopped", untilDay: "", note: reason };
  done(
    await changePeriod(
      context,
      { ...told(acting), ...period },
      ports.findNotificationAddress,
    ),
  );
}

/** What each step that the applicant is told of needs. */
function told({ ports, place, opened: { vorgang } }: Acting) {
  return {
    vorgangId: vorgang.id,
    expectedPosition: vorgang.lastPosition,
    statusLinkPrefix: `${place.baseUrl}/status/`,
    tellApplicant: ports.tellApplicantOf?.(place),
  };
}

async function step(acting: Acting, taken: Step, text = ""): Promise<void> {
  const { context, ports } = acting;
  done(
    await changeState(
      context,
      { ...told(acting), step: taken, note: text },
      ports.findNotificationAddress,
    ),
  );
}

async function askBack(
  acting: Acting,
  act: Extract<DemoAct, { does: "asks for correction" }>,
): Promise<void> {
  const { context, ports, opened, place } = acting;
  const askable =
    (await ports.corrections.listAskable(context, place.submissionId)) ?? [];
  const chosen = askable.flatMap(({ path }) =>
    Object.entries(act.fields)
      .filter(([part]) => path.split(".").includes(part))
      .map(([, text]) => [path, text] as const),
  );
  done(
    await askCorrection(
      context,
      {
        ...told({ ...acting, opened }),
        askable,
        chosen: new Map(chosen),
        text: act.text,
        answerBy: addDays(germanDay(context.now), act.days),
        messageOf: correctionMessage,
      },
      ports.findNotificationAddress,
    ),
  );
}

async function label(
  { context, opened }: Acting,
  names: readonly string[],
): Promise<void> {
  const all = await context.transaction((db) =>
    listLabels(db, context.tenantId),
  );
  const ticked = all
    .filter(({ name }) => names.includes(name))
    .map(({ id }) => id);
  done(
    await labelVorgang(context, {
      vorgangId: opened.vorgang.id,
      seen: [],
      ticked,
    }),
  );
}

/** Answers the newest question for an expert that the caller sees. */
export async function giveDemoOpinion(
  context: Context,
  ports: VorgaengePorts,
  text: string,
): Promise<void> {
  const asked = await listOpinionRequests(context);
  const newest = asked.ok
    ? asked.value.toSorted((a, b) => Number(a.askedAt) - Number(b.askedAt))
    : [];
  const id = newest.at(-1)?.id;
  if (id === undefined) throw new Error("demo opinion: nothing is asked");
  done(await giveOpinion(context, ports, { id, text }));
}

/** The applicant takes it back. */
export async function withdrawDemoApplication(
  context: Context,
  ports: VorgaengePorts,
  { submissionId, baseUrl }: Place,
): Promise<void> {
  const vorgang = await vorgangOf(context, submissionId);
  done(
    await withdrawApplication(
      context,
      {
        submissionId,
        expectedPosition: vorgang.lastPosition,
        statusLinkPrefix: `${baseUrl}/status/`,
      },
      ports.findNotificationAddress,
    ),
  );
}

/** What the office waits for in the form. Throws where it waits for nothing. */
export async function correctionAsked(
  context: Context,
  submissionId: string,
): Promise<CorrectionRequest> {
  const asked = await findCorrectionRequest(context, submissionId);
  if (!asked) throw new Error("demo correction: nothing is asked");
  return asked;
}

function done<Refusal extends { readonly kind: string }>(
  result: Result<unknown, Refusal>,
): void {
  if (!result.ok) throw new Error(`demo Vorgang: ${result.refusal.kind}`);
}
