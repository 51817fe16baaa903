import { packageWords } from "../../../modules/delivery/output.ts";

export const en = {
  title: "Collection through the interface",
  about:
    "For back-office systems that the portal cannot reach: they fetch applications themselves and take them over or refuse them. After saving, make an access under “Access and states”.",
  ...packageWords.en,
  "option.answerDays": "Days until somebody is told",
  "hint.answerDays":
    "1 to 60. The office is told of applications that nobody fetched and confirmed for so long.",
};
