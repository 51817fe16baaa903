import {
  releaseDemoBescheid,
  writeDemoBescheid,
  type DemoBescheid,
} from "../../modules/bescheide/demo/write-demo-bescheid.ts";
import type { Answers } from "../../modules/forms/index.ts";
import {
  answerDemoThread,
  postDemoPaper,
  readDemoThread,
} from "../../modules/postfach/demo/use-demo-postfach.ts";
import type {
  DemoColleague,
  DemoOffice,
} from "../../modules/staff/demo/seed-office-demo.ts";
import { correctDemoApplication } from "../../modules/submissions/demo/correct-demo-application.ts";
import {
  sendDemoApplication,
  type DemoApplication,
} from "../../modules/submissions/demo/send-demo-application.ts";
import { beginCorrection } from "../../modules/submissions/index.ts";
import {
  actOnVorgang,
  correctionAsked,
  giveDemoOpinion,
  vorgangIdOf,
  withdrawDemoApplication,
  type DemoAct,
} from "../../modules/vorgaenge/demo/act-on-vorgang.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import type { Actor, Context } from "../../platform/context/context.ts";
import { portalBaseUrl } from "../../shell/web/host.ts";
import { bescheidePorts } from "../bescheide-ports.ts";
import { amendedListeners } from "../correction-ports.ts";
import { noticesPorts, personalNotices } from "../notices-ports.ts";
import { postfachPorts } from "../postfach-ports.ts";
import { guestActor, type Services } from "../services.ts";
import {
  submissionSourceOf,
  submittedListeners,
  vorgaengePorts,
} from "../vorgaenge-ports.ts";
import { momentsUntil } from "./moments.ts";

/** Somebody with an account, and for whom they act. */
export type DemoApplicant = NonNullable<DemoApplication["sender"]>;

/** What happened to one application, in the order of time. */
export type Story = {
  readonly application: DemoApplication;
  /** Who fills it in for somebody at the counter; undefined: the applicant. */
  readonly takenInBy?: DemoColleague;
  /** Days ago. */
  readonly sent: number;
  readonly beats: readonly Beat[];
};

export type Beat = {
  /** Days ago. */
  readonly ago: number;
  readonly play: (stage: Stage) => Promise<void>;
};

/** What can happen in a beat, at its moment. */
export type Stage = {
  act(who: DemoColleague, act: DemoAct): Promise<void>;
  writes(
    who: DemoColleague,
    bescheid: Omit<DemoBescheid, "vorgangId"> & {
      readonly isForRelease: boolean;
    },
  ): Promise<void>;
  /** What was written last. */
  releases(who: DemoColleague): Promise<void>;
  /** What has to go by post for want of an account. */
  posts(who: DemoColleague): Promise<void>;
  givesOpinion(who: DemoColleague, text: string): Promise<void>;
  corrects(change: (answers: Answers) => Answers): Promise<void>;
  answers(text: string): Promise<void>;
  reads(label?: string): Promise<void>;
  withdraws(): Promise<void>;
  readonly office: DemoOffice;
};

export type Theatre = {
  readonly services: Services;
  readonly portal: Portal;
  readonly office: DemoOffice;
  /** What is in uploaded documents. */
  readonly pdf: Buffer;
};

/** Tells one story with the use-cases people use, each at its moment in the past. */
export async function playStory(theatre: Theatre, story: Story): Promise<void> {
  const moments = momentsUntil(new Date());
  const submissionId = await send(theatre, story, moments(story.sent));
  const memory: Memory = { bescheidId: "" };
  for (const { ago, play } of story.beats)
    await play(stageAt(theatre, { story, submissionId, memory }, moments(ago)));
}

type Memory = { bescheidId: string };

/** The same services at another time. */
export function servicesAt(services: Services, now: Date): Services {
  return {
    ...services,
    contextFor: (input) => ({ ...services.contextFor(input), now }),
  };
}

function contextOf(
  { services, portal }: Pick<Theatre, "services" | "portal">,
  actor: Actor,
  now: Date,
): Context {
  const { tenantId } = portal;
  return servicesAt(services, now).contextFor({ tenantId, actor });
}

function applicantOf({ application: { sender } }: Story): Actor {
  if (!sender) return guestActor;
  const { accountId: id, ownerId } = sender;
  return { kind: "citizen", id, ownerId, may: () => false };
}

const placeOf = ({ portal, services }: Theatre) => ({
  name: portal.name,
  baseUrl: portalBaseUrl(portal.host, services.settings),
});

function send(theatre: Theatre, story: Story, now: Date): Promise<string> {
  const { office, services, pdf } = theatre;
  const actor = story.takenInBy
    ? office.actorOf(story.takenInBy)
    : applicantOf(story);
  return sendDemoApplication(
    contextOf(theatre, actor, now),
    story.application,
    {
      listeners: submittedListeners,
      files: services.files,
      portal: placeOf(theatre),
      pdf,
    },
  );
}

type Scene = {
  readonly story: Story;
  readonly submissionId: string;
  readonly memory: Memory;
};

function stageAt(theatre: Theatre, scene: Scene, now: Date): Stage {
  return {
    office: theatre.office,
    ...officeStage(theatre, scene, now),
    ...applicantStage(theatre, scene, now),
  };
}

function placeAt(theatre: Theatre, submissionId: string) {
  const { baseUrl } = placeOf(theatre);
  return { submissionId, baseUrl, ars: theatre.portal.ars };
}

/** What the office does. */
function officeStage(
  theatre: Theatre,
  { submissionId, memory }: Scene,
  now: Date,
): Pick<Stage, "act" | "writes" | "releases" | "posts" | "givesOpinion"> {
  const services = servicesAt(theatre.services, now);
  const source = submissionSourceOf(services);
  const ports = vorgaengePorts(services, source);
  const bescheide = bescheidePorts(services, source);
  const place = placeAt(theatre, submissionId);
  const staff = (who: DemoColleague) =>
    contextOf(theatre, theatre.office.actorOf(who), now);
  return {
    act: (who, act) => actOnVorgang(staff(who), ports, { place, act }),
    writes: async (who, bescheid) => {
      const context = staff(who);
      const vorgangId = await vorgangIdOf(context, submissionId);
      memory.bescheidId = await writeDemoBescheid(context, bescheide, {
        ...bescheid,
        vorgangId,
      });
    },
    releases: (who) =>
      releaseDemoBescheid(staff(who), bescheide, memory.bescheidId),
    posts: (who) => postDemoPaper(staff(who), submissionId),
    givesOpinion: (who, text) => giveDemoOpinion(staff(who), ports, text),
  };
}

/** What the applicant does. */
function applicantStage(
  theatre: Theatre,
  { story, submissionId }: Scene,
  now: Date,
): Pick<Stage, "corrects" | "answers" | "reads" | "withdraws"> {
  const services = servicesAt(theatre.services, now);
  const source = submissionSourceOf(services);
  const postfach = postfachPorts(
    services,
    source.findByStatusLink,
    personalNotices(services, noticesPorts(services)),
  );
  const applicant = contextOf(theatre, applicantOf(story), now);
  const { sender } = story.application;
  return {
    corrects: async (change) => {
      const { id: requestId, ...asked } = await correctionAsked(
        applicant,
        submissionId,
      );
      const fields = asked.items.map(({ path, text }) => ({ path, text }));
      const request = { ...asked, requestId, fields };
      const begun = await beginCorrection(applicant, { submissionId, request });
      if (!begun.ok) throw new Error(`demo correction: ${begun.refusal.kind}`);
      const portal = placeOf(theatre);
      const correction = { key: begun.value.key, change, sender, portal };
      await correctDemoApplication(applicant, correction, amendedListeners);
    },
    answers: (text) =>
      answerDemoThread(applicant, postfach, { submissionId, text }),
    reads: (label) =>
      readDemoThread(applicant, postfach, {
        submissionId,
        ...(label === undefined ? {} : { label }),
      }),
    withdraws: () =>
      withdrawDemoApplication(
        applicant,
        vorgaengePorts(services, source),
        placeAt(theatre, submissionId),
      ),
  };
}
