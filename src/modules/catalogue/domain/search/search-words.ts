import { foldText } from "../../../../platform/values/fold-text.ts";
import { stemOf } from "./stem.ts";

/** Words that stand in every question and help to find nothing. */
const stopWords: ReadonlySet<string> = new Set(
  foldText(
    `aber alle als am an auch auf aus bei bin bitte brauche brauchen da dann das dass dem den der des dich die dies
     diese dieser dir doch du durch ein eine einem einen einer eines er es etwas für gibt habe haben hat hier
     ich ihr ihre im in ist ja jetzt kann kein keine können man mein meine meinem meinen meiner mich mir mit
     möchte möchten muss müssen nach neu neue neuen neuer neues nicht noch nun nur ob oder ohne sein seine
     selbst sich sie sind so soll um und uns unser unsere vom von vor wann warum was welche wenn wer werden
     wie will wir wird wo zu zum zur über
     antrag anträge beantragen beantrage beantragung bekommen erhalten stellen machen mache macht online formular
     holen suche ins ans aufs beim gehen gehe geht worden geworden lassen was tun`,
  ).split(" "),
);

const mostWords = 8;

/** Distinct stems of a text, without words that help to find nothing. */
export function stemsOf(text: string): string[] {
  const words = foldText(text)
    .split(" ")
    .filter((word) => word !== "" && !stopWords.has(word));
  return [...new Set(words.map(stemOf))];
}

/** Stems of what somebody typed into the search; at most eight. A text of stop words alone is taken at its word. */
export function queryStemsOf(query: string): string[] {
  const stems = stemsOf(query);
  const all = stems.length > 0 ? stems : foldText(query).split(" ").map(stemOf);
  return all.filter((stem) => stem !== "").slice(0, mostWords);
}
