import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { arrivalPurpose } from "./use-cases/arrival-record.ts";
import { correctionPurpose } from "./use-cases/correction-record.ts";
import { answersPurpose } from "./use-cases/draft-answers.ts";
import { reminderPurpose } from "./use-cases/draft-reminder.ts";
import { intakePurposes } from "./use-cases/intake-record.ts";
import { keptPurpose } from "./use-cases/kept-answers.ts";
import { ownDataPurposes } from "./use-cases/own-data-record.ts";
import { uploadPurpose } from "./use-cases/pending-upload.ts";
import {
  emailPurpose,
  placeOfVersion,
  senderPurpose,
  statusKeyPurpose,
} from "./use-cases/submission-secrets.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "submissions.amendment",
    key: ["submission_id", "version"],
    columns: {
      answers: (id, version) => answersPurpose.amendment(id, Number(version)),
      sender: (id, version) =>
        senderPurpose(placeOfVersion(id, Number(version))),
      own_data: (id, version) =>
        ownDataPurposes.submission(placeOfVersion(id, Number(version))),
    },
  },
  {
    table: "submissions.draft",
    key: ["id"],
    columns: {
      answers: answersPurpose.draft,
      reminder_email: reminderPurpose,
      kept_answers: keptPurpose,
      own_data: ownDataPurposes.draft,
      correction: correctionPurpose,
      intake: intakePurposes.draft,
    },
  },
  {
    table: "submissions.pending_upload",
    key: ["id"],
    columns: { description: uploadPurpose },
  },
  {
    table: "submissions.submission",
    key: ["id"],
    columns: {
      answers: answersPurpose.submission,
      status_key: statusKeyPurpose,
      notification_email: emailPurpose,
      sender: senderPurpose,
      own_data: ownDataPurposes.submission,
      intake: intakePurposes.submission,
      arrival: arrivalPurpose,
    },
  },
];
